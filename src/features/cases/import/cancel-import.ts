import type { Context } from '../../../platform/context.ts';
import { endImport } from './end-import.ts';
import { getImport } from './get-import.ts';
import type { Import } from './import.ts';

interface CancelImport {
  readonly importId: number;
}

/** Ends an import where it is: what was imported stays. Throws IMPORT_NOT_FOUND. */
export const cancelImport = (ctx: Context, { importId }: CancelImport): Promise<Import> =>
  ctx.inTransaction(async (tx) => {
    await getImport(tx, { importId });
    await endImport(tx, { importId, state: 'cancelled' });
    return getImport(tx, { importId });
  });
