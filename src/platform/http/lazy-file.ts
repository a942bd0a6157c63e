import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const compress = promisify(gzip);

interface KeptFile {
  readonly bytes: Buffer;
  readonly zipped: Buffer;
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
    const { bytes, zipped, entityTag } = await kept;
    reply.headers({ etag: entityTag, 'cache-control': cacheControl, vary: 'accept-encoding' });
    if (headers['if-none-match']?.includes(entityTag)) return reply.code(304).send();
    reply.headers({ 'content-type': type, 'x-content-type-options': 'nosniff' });
    return /\bgzip\b/u.test(headers['accept-encoding'] ?? '')
      ? reply.header('content-encoding', 'gzip').send(zipped)
      : reply.send(bytes);
  };
};

const keep = async (read: () => Promise<Buffer>): Promise<KeptFile> => {
  const bytes = await read();
  return { bytes, zipped: await compress(bytes), entityTag: `W/"${hash('sha256', bytes, 'base64url')}"` };
};
