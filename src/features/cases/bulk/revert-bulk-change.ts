import { DomainError } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { selectWeightsInGroup } from '../history/change-entries.store.ts';
import { type BegunBulk, beginBulk } from './begin-bulk.ts';
import { getBulkChange } from './get-bulk-change.ts';
import { revertCases } from './revert-cases.ts';

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
    const weights = await selectWeightsInGroup(tx.db, { groupId: bulkId });
    const caseIds = [...weights.keys()];
    return beginBulk(tx, {
      ...{ caseIds, mode: 'per-case', request: { changes: {} }, revertsId: bulkId, isTrial },
      weightOf: (caseId) => weights.get(caseId) ?? 0,
      perform: (grouped) => revertCases(grouped, { groupId: bulkId, caseIds }),
    });
  });

const underWay = (bulkId: number): DomainError =>
  new DomainError('REVERT_REFUSED', { message: `The bulk change ${bulkId} is still under way: cancel it first.` });
