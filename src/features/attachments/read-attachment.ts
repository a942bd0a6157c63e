import type { Readable } from 'node:stream';
import type { Context } from '../../platform/context.ts';
import type { ByteRange } from '../../platform/files/file-store.ts';
import { type Attachment, attachmentNotFound } from './attachment.ts';

interface ReadAttachment {
  readonly attachment: Attachment;
  readonly range: ByteRange | 'all';
}

/** The bytes of an attachment that was found. Throws ATTACHMENT_NOT_FOUND, FILES_UNAVAILABLE. */
export const readAttachment = async (ctx: Context, { attachment, range }: ReadAttachment): Promise<Readable> => {
  const bytes = await ctx.platform.files.read(attachment.storageKey, range === 'all' ? undefined : range);
  if (bytes === undefined) throw attachmentNotFound(attachment.id);
  return bytes;
};
