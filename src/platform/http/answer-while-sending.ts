import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { FastifyInstance } from 'fastify';

/** How long, and how much, is still read of a body that nobody wants, in milliseconds and bytes. */
const LINGER_MS = 2_000;
const LINGER_BYTES = 8 * 1024 * 1024;

/**
 * Answers requests whose body was not read to its end in a way that their clients see: hanging up on a client that still
 * sends makes it lose the answer, and reading on to the end would let it send for ever. So the answer goes out whole
 * with `Connection: close`, and is ended only when the client has stopped, or was given time enough to.
 */
export const answerWhileSending = (app: FastifyInstance): void => {
  app.addHook('onSend', async ({ raw }, reply, payload) => {
    if (raw.complete || raw.readableEnded || raw.destroyed || typeof payload !== 'string') return payload;
    reply.header('connection', 'close').header('content-length', Buffer.byteLength(payload));
    return Readable.from(withPause(payload, raw), { objectMode: false });
  });
};

async function* withPause(payload: string, body: Readable): AsyncGenerator<string> {
  yield payload;
  await discard(body);
}

const discard = async (body: Readable): Promise<void> => {
  const enough = new AbortController();
  let bytes = 0;
  const count = (piece: Buffer): void => {
    bytes += piece.length;
    if (bytes > LINGER_BYTES) enough.abort();
  };
  body.on('error', () => undefined).on('data', count);
  const signal = AbortSignal.any([enough.signal, AbortSignal.timeout(LINGER_MS)]);
  await finished(body, { writable: false, cleanup: true, signal }).catch(() => undefined);
  body.off('data', count).pause();
};
