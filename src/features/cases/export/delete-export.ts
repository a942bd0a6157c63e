import type { Context } from '../../../platform/context.ts';
import { deleteExport as deleteRow } from './exports.store.ts';
import { getExport } from './get-export.ts';

interface DeleteExport {
  readonly exportId: number;
}

/** Ends an export and forgets it, with its file. Throws EXPORT_NOT_FOUND. */
export const deleteExport = (ctx: Context, { exportId }: DeleteExport): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    const { id, storageKey } = await getExport(tx, { exportId });
    await deleteRow(tx.db, id);
    if (storageKey !== null) tx.afterCommit(() => tx.platform.files.remove(storageKey));
  });
