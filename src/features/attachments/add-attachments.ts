import { DomainError, type ErrorCode, invalidField } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import type { StoredFile } from '../../platform/files/file-store.ts';
import { countAttachments } from '../cases/count-attachments.ts';
import { type Attachment, cleanName } from './attachment.ts';
import { type AttachmentPlace, lockForAttaching, requireMayAttach } from './attachment-place.ts';
import { insertAttachment } from './attachments.store.ts';
import { contentTypeOf } from './content-type.ts';
import { requireRoom, takeRoom, uploadTooLarge } from './room.ts';

/** A file on its way in. */
interface NewFile {
  /** As the client calls it. */
  readonly name: string;
  readonly content: AsyncIterable<Buffer>;
}

interface AddAttachments extends AttachmentPlace {
  /** Read one after the other, each to its end. */
  readonly files: AsyncIterable<NewFile>;
}

interface KeptFile extends StoredFile {
  readonly name: string;
}

/**
 * Attaches files to a case or to one of its comments, all or none, and answers when they are on disk. Whether that is
 * allowed is decided before the first byte is read, and again when the last one has come.
 * Throws CASE_NOT_FOUND, COMMENT_NOT_FOUND, RIGHT_MISSING, FIELDS_INVALID, FILE_TOO_LARGE, FILE_QUOTA_EXCEEDED,
 * FILES_UNAVAILABLE. Source: communifire-api.md section 3, attachments.
 */
export const addAttachments = async (ctx: Context, { files, ...place }: AddAttachments): Promise<Attachment[]> => {
  await requireMayAttach(ctx, place);
  await requireRoom(ctx);
  const kept: KeptFile[] = [];
  try {
    await keepFiles(ctx, files, kept);
    return await ctx.inTransaction((tx) => recordFiles(tx, place, kept));
  } catch (thrown) {
    const error = isCode(thrown, 'FILE_TOO_LARGE') ? uploadTooLarge(ctx) : thrown;
    // Nobody knows whether a commit that failed has failed: then the sweep decides.
    if (!isCode(error, 'STORE_UNAVAILABLE')) await discard(ctx, kept);
    throw error;
  }
};

const isCode = (error: unknown, code: ErrorCode): boolean => error instanceof DomainError && error.code === code;

const keepFiles = async (ctx: Context, files: AsyncIterable<NewFile>, kept: KeptFile[]): Promise<void> => {
  let maxBytes = ctx.platform.fileLimits.maxUploadBytes;
  for await (const { name, content } of files) {
    const stored = await ctx.platform.files.receive(content, { maxBytes });
    kept.push({ ...stored, name: cleanName(name) });
    maxBytes -= stored.byteSize;
  }
  if (kept.length === 0) throw invalidField('file', 'is required: the upload has no file in it');
};

const recordFiles = async (tx: Context, place: AttachmentPlace, kept: readonly KeptFile[]): Promise<Attachment[]> => {
  const { found, ...visible } = await lockForAttaching(tx, place);
  const { userId: uploaderId } = tx.actor;
  if (uploaderId === null) throw invalidField('uploaderId', 'is required here');
  await takeRoom(tx, { bytes: kept.reduce((sum, { byteSize }) => sum + byteSize, 0) });
  const isInternal = 'comment' in visible && visible.comment.isInternal;
  const added: Attachment[] = [];
  for (const file of kept) {
    const attachment = await insert(tx, { ...place, uploaderId }, file);
    const { id: attachmentId, commentId, name } = attachment;
    const payload = { attachmentId, commentId, name, isInternal };
    await appendEvent(tx, { type: 'attachment.added', spaceId: found.spaceId, caseId: found.id, payload });
    added.push(attachment);
  }
  if (place.commentId === null) await countAttachments(tx, { caseId: found.id, count: added.length });
  return added;
};

const insert = async (
  tx: Context,
  belonging: Pick<Attachment, 'caseId' | 'commentId' | 'uploaderId'>,
  { name, key, byteSize, head }: KeptFile,
): Promise<Attachment> => {
  const contentType = contentTypeOf(head);
  const attachment = { ...belonging, name, contentType, byteSize, storageKey: key, createdAt: tx.now };
  return { ...attachment, id: await insertAttachment(tx.db, attachment) };
};

const discard = async (ctx: Context, kept: readonly KeptFile[]): Promise<void> => {
  for (const { key } of kept) await ctx.platform.files.remove(key);
};
