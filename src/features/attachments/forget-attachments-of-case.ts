import type { Context } from '../../platform/context.ts';
import { deleteAttachmentsOfCase } from './attachments.store.ts';
import { addUsage } from './usage.store.ts';

/**
 * Deletes the attachments of a case that is purged, and of its comments, which must still be there. Answers under which
 * keys their bytes are kept, for `removeFiles` after the commit.
 */
export const forgetAttachmentsOfCase = async (
  tx: Context,
  { caseId }: { readonly caseId: number },
): Promise<readonly string[]> => {
  const deleted = await deleteAttachmentsOfCase(tx.db, caseId);
  if (deleted.length > 0) await addUsage(tx.db, -deleted.reduce((sum, { byteSize }) => sum + byteSize, 0));
  return deleted.map(({ storageKey }) => storageKey);
};

/** Removes bytes that no attachment refers to any more. What this leaves behind when it is cut off, the sweep finds. */
export const removeFiles = async (ctx: Context, { keys }: { readonly keys: readonly string[] }): Promise<void> => {
  for (const key of keys) await ctx.platform.files.remove(key);
};
