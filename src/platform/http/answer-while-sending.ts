import { once } from 'node:events';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
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
  const stop = new AbortController();
  const { signal } = stop;
  let bytes = 0;
  const count = (piece: Buffer): void => {
    bytes += piece.length;
    if (bytes > LINGER_BYTES) stop.abort();
  };
  body.on('error', () => undefined).on('data', count);
  const ended = once(body, 'close', { signal });
  await Promise.race([ended, sleep(LINGER_MS, undefined, { signal })]).catch(() => undefined);
  stop.abort();
  body.off('data', count).pause();
  ended.catch(() => undefined);
};
