import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../../kernel/errors.ts';
import type { ByteRange } from '../files/file-store.ts';
import { readRange } from './byte-range.ts';
import { type SentFile, safeHeaders } from './file-headers.ts';
import { isAtHand } from './if-none-match.ts';

interface SendFile {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly file: SentFile;
  /** Opens the file. */
  readonly read: (range: ByteRange | 'all') => Promise<Readable>;
}

/**
 * Sends a file, or as much of it as is asked for. Throws RANGE_BEYOND_END, and what reading throws.
 * Source: RFC 9110 sections 13 and 14.
 */
export const sendFile = async ({ request, reply, file, read }: SendFile): Promise<FastifyReply> => {
  const { byteSize } = file;
  const headers = safeHeaders(file);
  if (isAtHand(request.headers, file.etag)) return reply.code(304).headers(headers).send();
  const range = isRanged(request, file) ? readRange(request.headers.range, byteSize) : 'all';
  if (range === 'beyond') {
    reply.header('content-range', `bytes */${byteSize}`);
    const message = `Range must begin within the file, which has ${byteSize} bytes.`;
    throw new DomainError('RANGE_BEYOND_END', { message });
  }
  const bytes = request.method === 'HEAD' ? Readable.from([]) : await read(range);
  reply.headers(headers).header('content-length', range === 'all' ? byteSize : range.end - range.start + 1);
  if (range !== 'all') reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${byteSize}`);
  return reply.send(bytes);
};

/** Whether a part may be sent: only to GET, and only of the file that the client means. */
const isRanged = ({ method, headers }: FastifyRequest, { etag }: SentFile): boolean =>
  method === 'GET' && [undefined, etag].includes(headers['if-range']?.toString());
