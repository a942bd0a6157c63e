import type { Context } from '../../platform/context.ts';
import { requireCanDelete } from './bin/bin.ts';
import { recordBinMove } from './bin/record-bin-move.ts';
import { updateDeleted } from './bin.store.ts';
import type { Case } from './case.ts';
import { requireRevision } from './require-revision.ts';
import { lockVisibleCase } from './visible-case.ts';

interface DeleteCase {
  readonly caseId: number;
  /** At which revisions it may be; whatever it is at when undefined. */
  readonly expectedRevisions?: readonly number[] | undefined;
}

/**
 * Moves a case to the bin: with all that belongs to it, it is not there any more until it is restored.
 * Throws CASE_NOT_FOUND, RIGHT_MISSING, CASE_CONFLICT. Source: communifire-api.md section 3, cases.
 */
export const deleteCase = (ctx: Context, { caseId, expectedRevisions }: DeleteCase): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    const visible = await lockVisibleCase(tx, { caseId });
    requireCanDelete(tx, visible, `delete case ${caseId}`);
    const before = visible.found;
    await requireRevision(tx, { found: before, changes: before, expectedRevisions });
    const after: Case = { ...before, revision: before.revision + 1, deletedAt: tx.now };
    await updateDeleted(tx.db, after);
    await recordBinMove(tx, { type: 'case.deleted', before, after });
  });
