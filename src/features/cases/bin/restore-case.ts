import type { Context } from '../../../platform/context.ts';
import { updateDeleted } from '../bin.store.ts';
import type { Case } from '../case.ts';
import { requireCanDelete } from './bin.ts';
import { requireInBin } from './bin-case.ts';
import { recordBinMove } from './record-bin-move.ts';

interface RestoreCase {
  readonly caseId: number;
}

/**
 * Takes a case out of the bin with all that belongs to it. That updates the case: who follows the list by its dates has
 * to hear that it is there again. Throws CASE_NOT_FOUND when the bin has none, RIGHT_MISSING.
 */
export const restoreCase = (ctx: Context, { caseId }: RestoreCase): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    const inBin = await requireInBin(tx, { caseId });
    requireCanDelete(tx, inBin, `restore case ${caseId}`);
    const before = inBin.found;
    const after: Case = { ...before, revision: before.revision + 1, deletedAt: null, updatedAt: tx.now };
    await updateDeleted(tx.db, after);
    await recordBinMove(tx, { type: 'case.restored', before, after });
  });
