import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { addUsage, selectUsage } from './usage.store.ts';

const BYTES_PER_MEGABYTE = 1024 * 1024;

/** Throws FILE_QUOTA_EXCEEDED when there is no room for even one byte more: nothing needs to be read then. */
export const requireRoom = async (ctx: Context): Promise<void> => {
  if ((await selectUsage(ctx.db)) >= ctx.platform.fileLimits.quotaBytes) throw noRoom(ctx);
};

/** Counts bytes that are kept from now on. Throws FILE_QUOTA_EXCEEDED when all files together would have too many. */
export const takeRoom = async (tx: Context, { bytes }: { readonly bytes: number }): Promise<void> => {
  if ((await addUsage(tx.db, bytes)) > tx.platform.fileLimits.quotaBytes) throw noRoom(tx);
};

/** The refusal for an upload whose files together have too many bytes. */
export const uploadTooLarge = ({ platform }: Context): DomainError => {
  const megabytes = platform.fileLimits.maxUploadBytes / BYTES_PER_MEGABYTE;
  const message = `The upload is too large: all its files together may have ${megabytes} MB.`;
  return new DomainError('FILE_TOO_LARGE', { message });
};

const noRoom = ({ platform }: Context): DomainError => {
  const megabytes = platform.fileLimits.quotaBytes / BYTES_PER_MEGABYTE;
  const message = `There is no room left for this upload: all files together may have ${megabytes} MB.`;
  return new DomainError('FILE_QUOTA_EXCEEDED', { message });
};
