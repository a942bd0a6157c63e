import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { encodingAmong } from '../accepted-encoding.ts';

/** From how many characters on an answer is made smaller: below that, the network would not notice. */
const WORTHWHILE = 4_096;

/** As much as can be won in a millisecond or two, by threads beside the event loop; the one that wins more first. */
const encodings = {
  br: (text: string): Promise<Buffer> =>
    promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (text: string): Promise<Buffer> => promisify(gzip)(text),
} as const;
const names = Object.keys(encodings) as (keyof typeof encodings)[];

/**
 * Sends long answers compressed to clients that read that: a page of a list is ten times smaller then. What has an
 * entity tag is sent as it is, because the tag is that of exactly these bytes (RFC 9110, section 8.8.1).
 */
export const compressAnswers = (app: FastifyInstance): void => {
  app.addHook('onSend', ({ headers }, reply, payload, done) => {
    if (typeof payload !== 'string' || payload.length < WORTHWHILE || reply.hasHeader('etag'))
      return done(null, payload);
    reply.header('vary', 'accept-encoding');
    const encoding = encodingAmong(names, headers['accept-encoding']);
    if (encoding === undefined) return done(null, payload);
    reply.header('content-encoding', encoding);
    encodings[encoding](payload).then((smaller) => done(null, smaller), done);
  });
};
