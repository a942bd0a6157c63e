import { DomainError, invalidField } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import type { StoredFile } from '../../../platform/files/file-store.ts';
import { requireRight } from '../../spaces/space-access.ts';
import { requireSpace } from '../case-access.ts';
import { importTooLarge, withinRoom } from './import-room.ts';
import { countOpenImports } from './imports.store.ts';

/** How many imports of one person may wait or run at the same time: their files take room. */
const MOST_OPEN = 5;

/** The longest name of a file that is kept, in characters. */
const MAX_NAME_LENGTH = 200;

/** A file that is on disk and that nothing refers to yet. */
export interface ImportFile extends StoredFile {
  readonly name: string;
}

interface ReceiveImportFile {
  readonly spaceId: number;
  readonly files: AsyncIterable<{ readonly name: string; readonly content: AsyncIterable<Buffer> }>;
}

/**
 * Keeps the file of an import on disk. Whether that is allowed is decided before the first byte is read. Throws
 * FIELDS_INVALID, RIGHT_MISSING, IMPORT_LIMIT_REACHED, FILE_TOO_LARGE, FILE_QUOTA_EXCEEDED, FILES_UNAVAILABLE.
 */
export const receiveImportFile = async (ctx: Context, { spaceId, files }: ReceiveImportFile): Promise<ImportFile> => {
  await requireMayImport(ctx, spaceId);
  const kept: ImportFile[] = [];
  try {
    for await (const { name, content } of files) {
      if (kept.length > 0) throw invalidField('file', 'must be one file');
      const { maxImportBytes: maxBytes } = ctx.platform.fileLimits;
      const stored = await ctx.platform.files.receive(withinRoom(ctx, content), { maxBytes });
      kept.push({
        ...stored,
        name: name
          .toWellFormed()
          .replaceAll(/\p{Cc}/gu, ' ')
          .slice(0, MAX_NAME_LENGTH),
      });
    }
  } catch (error) {
    for (const file of kept) await discardImportFile(ctx, file);
    throw error instanceof DomainError && error.code === 'FILE_TOO_LARGE' ? importTooLarge(ctx) : error;
  }
  const [file] = kept;
  if (file === undefined) throw invalidField('file', 'is required: the upload has no file in it');
  return file;
};

/** Removes a file that was received and is not imported. */
export const discardImportFile = (ctx: Context, { key }: ImportFile): Promise<void> => ctx.platform.files.remove(key);

/** Whoever may neither create nor change anything has nothing to import. */
const requireMayImport = async (ctx: Context, spaceId: number): Promise<void> => {
  const { access } = await requireSpace(ctx, spaceId);
  if (!access.may('Update')) requireRight(access, 'Create', 'import cases');
  const { userId } = ctx.actor;
  if (userId !== null && (await countOpenImports(ctx.db, userId)) >= MOST_OPEN) {
    throw new DomainError('IMPORT_LIMIT_REACHED');
  }
};
