import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Attachment } from '../../features/attachments/attachment.ts';
import { readAttachment } from '../../features/attachments/read-attachment.ts';
import type { Context } from '../../platform/context.ts';
import { readRange } from '../../platform/http/byte-range.ts';
import { refusal } from '../envelope.ts';
import { etagOf, safeHeaders } from './media-headers.ts';

interface SendFile {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly attachment: Attachment;
  /** Whether it is read by a signed address, without a key. */
  readonly isLinked: boolean;
}

/** Sends a file, or as much of it as is asked for. Source: RFC 9110 sections 13 and 14. */
export const sendFile = async (ctx: Context, { request, reply, attachment, isLinked }: SendFile) => {
  const { byteSize } = attachment;
  const headers = safeHeaders(attachment, { isLinked });
  if (isKnown(request, attachment)) return reply.code(304).headers(headers).send();
  const range = isRanged(request, attachment) ? readRange(request.headers.range, byteSize) : 'all';
  if (range === 'beyond') {
    const message = `Range must begin within the file, which has ${byteSize} bytes.`;
    return reply.code(416).header('content-range', `bytes */${byteSize}`).send(refusal(message));
  }
  const bytes = request.method === 'HEAD' ? Readable.from([]) : await readAttachment(ctx, { attachment, range });
  reply.headers(headers).header('content-length', range === 'all' ? byteSize : range.end - range.start + 1);
  if (range !== 'all') reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${byteSize}`);
  return reply.send(bytes);
};

/** Whether the client has the file already. */
const isKnown = ({ headers }: FastifyRequest, attachment: Attachment): boolean => {
  const known = (headers['if-none-match'] ?? '').split(',').map((each) => each.trim().replace(/^W\//u, ''));
  return known.includes('*') || known.includes(etagOf(attachment));
};

/** Whether a part may be sent: only to GET, and only of the file that the client means. */
const isRanged = ({ method, headers }: FastifyRequest, attachment: Attachment): boolean =>
  method === 'GET' && [undefined, etagOf(attachment)].includes(headers['if-range']?.toString());
