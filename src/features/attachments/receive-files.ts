import { DomainError, type ErrorCode, invalidField } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import type { StoredFile } from '../../platform/files/file-store.ts';
import { cleanName } from './attachment.ts';
import { type AttachmentPlace, requireMayAttach } from './attachment-place.ts';
import { requireRoom, uploadTooLarge } from './room.ts';

/** A file on its way in. */
interface NewFile {
  /** As the client calls it. */
  readonly name: string;
  readonly content: AsyncIterable<Buffer>;
}

/** A file that is on disk and that nothing refers to yet. */
export interface KeptFile extends StoredFile {
  readonly name: string;
}

interface ReceiveFiles extends AttachmentPlace {
  /** Read one after the other, each to its end. */
  readonly files: AsyncIterable<NewFile>;
}

/**
 * Keeps files that are to be attached, all or none, and answers when they are on disk. Whether that is allowed is
 * decided before the first byte is read. Throws CASE_NOT_FOUND, COMMENT_NOT_FOUND, RIGHT_MISSING, FIELDS_INVALID,
 * FILE_TOO_LARGE, FILE_QUOTA_EXCEEDED, FILES_UNAVAILABLE.
 */
export const receiveFiles = async (ctx: Context, { files, ...place }: ReceiveFiles): Promise<readonly KeptFile[]> => {
  await requireMayAttach(ctx, place);
  await requireRoom(ctx);
  const kept: KeptFile[] = [];
  try {
    await keep(ctx, files, kept);
  } catch (error) {
    await discardFiles(ctx, { files: kept });
    throw isCode(error, 'FILE_TOO_LARGE') ? uploadTooLarge(ctx) : error;
  }
  return kept;
};

/** Removes files that were received and not attached. */
export const discardFiles = async (ctx: Context, { files }: { readonly files: readonly KeptFile[] }): Promise<void> => {
  for (const { key } of files) await ctx.platform.files.remove(key);
};

const keep = async (ctx: Context, files: AsyncIterable<NewFile>, kept: KeptFile[]): Promise<void> => {
  let maxBytes = ctx.platform.fileLimits.maxUploadBytes;
  for await (const { name, content } of files) {
    const stored = await ctx.platform.files.receive(content, { maxBytes });
    kept.push({ ...stored, name: cleanName(name) });
    maxBytes -= stored.byteSize;
  }
  if (kept.length === 0) throw invalidField('file', 'is required: the upload has no file in it');
};

const isCode = (error: unknown, code: ErrorCode): boolean => error instanceof DomainError && error.code === code;
