import type { Context } from '../../../platform/context.ts';
import { requireMayStop } from '../may-see-work.ts';
import { endImport } from './end-import.ts';
import { getImport } from './get-import.ts';
import type { Import } from './import.ts';

interface CancelImport {
  readonly importId: number;
}

/** Ends an import where it is: what was imported stays. Throws IMPORT_NOT_FOUND, RIGHT_MISSING. */
export const cancelImport = (ctx: Context, { importId }: CancelImport): Promise<Import> =>
  ctx.inTransaction(async (tx) => {
    await getImport(tx, { importId });
    requireMayStop(tx, ['Create', 'Update']);
    await endImport(tx, { importId, state: 'cancelled' });
    return getImport(tx, { importId });
  });
