import { DomainError } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { waitForTurn } from '../../../platform/database/exclusive.ts';
import type { FileStore } from '../../../platform/files/file-store.ts';
import { sumOpenImportBytes } from './imports.store.ts';

const BYTES_PER_MEGABYTE = 1024 * 1024;

/** How many bytes of imports are on their way into this process: nothing in the database tells of them yet. */
const arriving = new WeakMap<FileStore, number>();

/**
 * The content, as long as there is room for it beside the files of all imports that arrive, wait or run: nobody fills the
 * disk, however many send at the same time. Throws FILE_QUOTA_EXCEEDED.
 */
export async function* withinRoom(ctx: Context, content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const { files, fileLimits } = ctx.platform;
  const add = (bytes: number): number => {
    const sum = (arriving.get(files) ?? 0) + bytes;
    arriving.set(files, sum);
    return sum;
  };
  const waiting = await sumOpenImportBytes(ctx.db);
  let arrived = 0;
  try {
    for await (const piece of content) {
      arrived += piece.length;
      if (waiting + add(piece.length) > fileLimits.importQuotaBytes) throw noRoom(ctx);
      yield piece;
    }
  } finally {
    add(-arrived);
  }
}

/** Throws FILE_QUOTA_EXCEEDED when the imports that have not ended have no room for a file of this size, across processes. */
export const requireImportRoom = async (tx: Context, { byteSize }: { readonly byteSize: number }): Promise<void> => {
  await waitForTurn(tx.db, 'room for imports');
  if ((await sumOpenImportBytes(tx.db)) + byteSize > tx.platform.fileLimits.importQuotaBytes) throw noRoom(tx);
};

/** The refusal for a file that is larger than any import may be. */
export const importTooLarge = ({ platform }: Context): DomainError => {
  const megabytes = platform.fileLimits.maxImportBytes / BYTES_PER_MEGABYTE;
  return new DomainError('FILE_TOO_LARGE', { message: `The file is too large: an import may have ${megabytes} MB.` });
};

const noRoom = ({ platform }: Context): DomainError => {
  const megabytes = platform.fileLimits.importQuotaBytes / BYTES_PER_MEGABYTE;
  const message = `There is no room for this file now: all imports that wait or run may have ${megabytes} MB together. Let some end, or cancel them.`;
  return new DomainError('FILE_QUOTA_EXCEEDED', { message });
};
