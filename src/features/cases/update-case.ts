import type { Context } from '../../platform/context.ts';
import type { Case, CaseChanges } from './case.ts';
import { requireCanUpdate, requireVisible } from './case-access.ts';
import { lockCase } from './cases.store.ts';
import { isCostly, normalizeChanges } from './normalize-changes.ts';
import { carryOut, planUpdate } from './plan-update.ts';
import { requireRevision } from './require-revision.ts';
import { findVisibleCase } from './visible-case.ts';

interface UpdateCase {
  readonly caseId: number;
  readonly changes: CaseChanges;
  /** The revisions of the case that the changes are meant for; without them they are merged, property by property. */
  readonly expectedRevisions?: readonly number[] | undefined;
}

/**
 * Changes the named properties of a case, all or none, with history, search index and event in the same transaction.
 * What already has the given value is no change; when nothing changes, nothing is written. Answers the case as it left it.
 * Throws CASE_NOT_FOUND, RIGHT_MISSING, FIELDS_INVALID, and CASE_CONFLICT when the case is at no expected revision.
 * Source: communifire-api.md section 2.
 */
export const updateCase = async (ctx: Context, { caseId, changes, expectedRevisions }: UpdateCase): Promise<Case> => {
  if (isCostly(changes)) requireCanUpdate(ctx, await findVisibleCase(ctx, { caseId }));
  const normalized = normalizeChanges(changes);
  return ctx.inTransaction(async (tx) => {
    const visible = await requireVisible(tx, caseId, await lockCase(tx.db, caseId));
    requireCanUpdate(tx, visible);
    await requireRevision(tx, { found: visible.found, changes: normalized, expectedRevisions });
    const plan = await planUpdate(tx, { visible, changes: normalized });
    await carryOut(tx, plan);
    return plan.after;
  });
};
