import type { Context } from '../../platform/context.ts';
import { type UploadRequest, uploadedFiles } from '../../platform/http/upload.ts';
import type { AttachmentPlace } from './attachment-place.ts';
import { discardFiles, receiveFiles } from './receive-files.ts';
import { prepareSigning } from './sign-attachment.ts';

/** Takes the files of a request in, on their way to a case or a comment. Throws what `receiveFiles` throws. */
export const receiveUpload = async (ctx: Context, place: AttachmentPlace, request: UploadRequest) => {
  await prepareSigning(ctx);
  const files = await receiveFiles(ctx, { ...place, files: uploadedFiles(request) });
  const fingerprint = JSON.stringify(files.map(({ name, digest }) => [name, digest]));
  return { files, fingerprint, discard: () => discardFiles(ctx, { files }) };
};
