import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { encodingAmong } from './accepted-encoding.ts';

/** A tenth smaller than gzip makes it; the last steps would take a second for some parts in a hundred more. */
const BROTLI_QUALITY = 9;

/** By the names of RFC 9110, section 8.4.1, the smallest first. */
const encodings = {
  br: (bytes: Buffer): Promise<Buffer> =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
  gzip: (bytes: Buffer): Promise<Buffer> => promisify(gzip)(bytes),
} as const;
type Encoding = keyof typeof encodings;
const encodingNames = Object.keys(encodings) as Encoding[];

interface KeptFile {
  readonly bytes: Buffer;
  readonly encoded: Readonly<Record<Encoding, Buffer>>;
  readonly entityTag: string;
}

interface LazyFile {
  readonly type: string;
  /** Reads it when it is asked for the first time: the start must not wait for it. */
  readonly read: () => Promise<Buffer>;
  /** How long browsers may keep it; unless told they ask each time whether it has changed. */
  readonly cacheControl?: string | undefined;
}

/** A handler that sends one file, which never changes while the program runs, whole or by its entity tag. */
export const lazyFile = ({ type, read, cacheControl = 'no-cache' }: LazyFile) => {
  let kept: Promise<KeptFile> | undefined;
  return async ({ headers }: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    // What failed is tried again by the next request.
    kept ??= keep(read).catch((error: unknown) => {
      kept = undefined;
      throw error;
    });
    const { bytes, encoded, entityTag } = await kept;
    reply.headers({ etag: entityTag, 'cache-control': cacheControl, vary: 'accept-encoding' });
    if (headers['if-none-match']?.includes(entityTag)) return reply.code(304).send();
    reply.headers({ 'content-type': type, 'x-content-type-options': 'nosniff' });
    const encoding = encodingAmong(encodingNames, headers['accept-encoding']);
    if (encoding === undefined) return reply.send(bytes);
    return reply.header('content-encoding', encoding).send(encoded[encoding]);
  };
};

const keep = async (read: () => Promise<Buffer>): Promise<KeptFile> => {
  const bytes = await read();
  const [br, gzipped] = await Promise.all([encodings.br(bytes), encodings.gzip(bytes)]);
  return { bytes, encoded: { br, gzip: gzipped }, entityTag: `W/"${hash('sha256', bytes, 'base64url')}"` };
};
