import { DomainError } from '../../../kernel/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { selectCaseIdsInGroup } from '../history/change-entries.store.ts';
import { type BegunBulk, beginBulk } from './begin-bulk.ts';
import { getBulkChange } from './get-bulk-change.ts';
import { revertCases } from './revert-cases.ts';

interface RevertBulkChange {
  readonly bulkId: number;
}

/**
 * Takes a bulk change back, case by case as `revertChange` does it: a new bulk change, which keeps what others did since
 * and can be taken back itself. Throws BULK_NOT_FOUND, and REVERT_REFUSED as long as it is under way.
 */
export const revertBulkChange = (ctx: Context, { bulkId }: RevertBulkChange): Promise<BegunBulk> =>
  ctx.inTransaction(async (tx) => {
    const { state } = await getBulkChange(tx, { bulkId });
    if (state === 'queued' || state === 'running') throw underWay(bulkId);
    const caseIds = await selectCaseIdsInGroup(tx.db, { groupId: bulkId });
    return beginBulk(tx, {
      ...{ caseIds, mode: 'per-case', request: { changes: {} }, revertsId: bulkId },
      perform: (grouped) => revertCases(grouped, { groupId: bulkId, caseIds }),
    });
  });

const underWay = (bulkId: number): DomainError =>
  new DomainError('REVERT_REFUSED', { message: `The bulk change ${bulkId} is still under way: cancel it first.` });
