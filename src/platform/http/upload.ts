import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from '../../kernel/errors.ts';
import { answerWhileSending } from './answer-while-sending.ts';
import { type FilePart, filesOf } from './multipart.ts';
import { contextOf } from './request-context.ts';

/** What the lines between parts and their headers may have beside the files themselves, in bytes. */
const FRAMING_BYTES = 256 * 1024;

/** Lets the routes of this app take multipart bodies, and nothing else, as they arrive. */
export const takeUploads = (app: FastifyInstance): void => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(/^multipart\//iu, async (_request: FastifyRequest, body: Readable) => body);
  app.addContentTypeParser('*', async () => {
    throw notMultipart();
  });
  answerWhileSending(app);
};

/** A request whose body is files. */
export type UploadRequest = FastifyRequest;

/** The files of an upload, which together have a limit. Throws CONTENT_TYPE_UNSUPPORTED, REQUEST_MALFORMED, FILE_TOO_LARGE while they are read. */
export async function* uploadedFiles(
  request: UploadRequest,
  { maxBytes: most = contextOf(request).platform.fileLimits.maxUploadBytes } = {},
): AsyncGenerator<FilePart> {
  const { headers, body } = request;
  if (body === undefined || body === null) throw notMultipart();
  const maxBytes = most + FRAMING_BYTES;
  if (Number(headers['content-length'] ?? 0) > maxBytes) throw new DomainError('FILE_TOO_LARGE');
  yield* filesOf({ body: body as Readable, contentType: headers['content-type'] ?? '', maxBytes });
}

const notMultipart = (): DomainError =>
  new DomainError('CONTENT_TYPE_UNSUPPORTED', {
    message: 'Files must be sent as multipart/form-data, with a Content-Type that names the boundary.',
  });
