import type { Context } from '../../platform/context.ts';
import { deleteAttachmentsOfCase } from './attachments.store.ts';
import { removeFiles } from './remove-files.ts';
import { addUsage } from './usage.store.ts';

/** Deletes the attachments of a case that is purged, and of its comments, which must still be there. */
export const forgetAttachmentsOfCase = async (tx: Context, { caseId }: { readonly caseId: number }): Promise<void> => {
  const deleted = await deleteAttachmentsOfCase(tx.db, caseId);
  if (deleted.length === 0) return;
  await addUsage(tx.db, -deleted.reduce((sum, { byteSize }) => sum + byteSize, 0));
  removeFiles(tx, { keys: deleted.map(({ storageKey }) => storageKey) });
};
