import { DomainError } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import type { BegunBulk } from './begin-bulk.ts';
import { getBulkChange } from './get-bulk-change.ts';
import { revertGroup } from './revert-group.ts';

interface RevertBulkChange {
  readonly bulkId: number;
  /** Whether only is asked what would be. */
  readonly isTrial: boolean;
}

/**
 * Takes a bulk change back, case by case as `revertChange` does it: a new bulk change, which keeps what others did since
 * and can be taken back itself. Throws BULK_NOT_FOUND, BULK_LIMIT_REACHED, and REVERT_REFUSED as long as
 * it is under way.
 */
export const revertBulkChange = (ctx: Context, { bulkId, isTrial }: RevertBulkChange): Promise<BegunBulk> =>
  ctx.inTransaction(async (tx) => {
    const { state } = await getBulkChange(tx, { bulkId });
    if (state === 'queued' || state === 'running') throw underWay(bulkId);
    return revertGroup(tx, { groupId: bulkId, isTrial });
  });

const underWay = (bulkId: number): DomainError =>
  new DomainError('REVERT_REFUSED', { message: `The bulk change ${bulkId} is still under way: cancel it first.` });
