import type { Context } from '../../../platform/context.ts';
import { requireMayStop } from '../may-see-work.ts';
import { closeOpenPortions } from './bulk.store.ts';
import type { BulkChange } from './bulk-change.ts';
import { getBulkChange } from './get-bulk-change.ts';

interface CancelBulkChange {
  readonly bulkId: number;
}

/**
 * Ends a bulk change where it is: what was changed stays changed, and can be taken back. Throws BULK_NOT_FOUND,
 * RIGHT_MISSING.
 */
export const cancelBulkChange = (ctx: Context, { bulkId }: CancelBulkChange): Promise<BulkChange> =>
  ctx.inTransaction(async (tx) => {
    await getBulkChange(tx, { bulkId });
    requireMayStop(tx, ['Update', 'AdminEntityUpdate']);
    await closeOpenPortions(tx.db, { bulkId, state: 'cancelled', finishedAt: tx.now });
    return getBulkChange(tx, { bulkId });
  });
