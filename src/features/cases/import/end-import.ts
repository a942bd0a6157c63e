import type { Context } from '../../../platform/context.ts';
import type { ImportFailure } from './import.ts';
import { finishImport } from './imports.store.ts';

interface EndImport {
  readonly importId: number;
  readonly state: 'done' | 'failed' | 'cancelled';
  readonly failure?: ImportFailure;
}

/** Ends an import in this transaction, unless it has ended; its file is removed after the commit. */
export const endImport = async (tx: Context, { importId, ...end }: EndImport): Promise<void> => {
  const key = await finishImport(tx.db, { id: importId, ...end, finishedAt: tx.now });
  if (key !== undefined) tx.afterCommit(() => tx.platform.files.remove(key));
};
