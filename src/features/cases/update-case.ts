import type { Context } from '../../platform/context.ts';
import { requireRight } from '../spaces/space-access.ts';
import { type Case, type CaseChanges, diffCase } from './case.ts';
import { requireCanSet, requireCanUpdate, requireSpace, requireVisible, type VisibleCase } from './case-access.ts';
import { lockCase } from './cases.store.ts';
import { isCostly, normalizeChanges } from './normalize-changes.ts';
import { recordChange } from './record-change.ts';
import { requireRevision } from './require-revision.ts';
import { updateCaseRow } from './save-case.store.ts';
import { settleChanges } from './settle-changes.ts';
import { findVisibleCase } from './visible-case.ts';

interface UpdateCase {
  readonly caseId: number;
  readonly changes: CaseChanges;
  /** The revisions of the case that the changes are meant for; without them they are merged, property by property. */
  readonly expectedRevisions?: readonly number[] | undefined;
}

/**
 * Changes the named properties of a case, all or none, with history, search index and event in the same transaction.
 * What already has the given value is no change; when nothing changes, nothing is written.
 * Throws CASE_NOT_FOUND, RIGHT_MISSING, FIELDS_INVALID, and CASE_CONFLICT when the case is at no expected revision.
 * Source: communifire-api.md section 2.
 */
export const updateCase = async (ctx: Context, { caseId, changes, expectedRevisions }: UpdateCase): Promise<void> => {
  if (isCostly(changes)) requireCanUpdate(ctx, await findVisibleCase(ctx, { caseId }));
  const normalized = normalizeChanges(changes);
  return ctx.inTransaction(async (tx) => {
    const visible = await requireVisible(tx, caseId, await lockCase(tx.db, caseId));
    requireCanUpdate(tx, visible);
    await requireRevision(tx, { found: visible.found, changes: normalized, expectedRevisions });
    const target = await targetSpace(tx, visible, normalized);
    const before = visible.found;
    const settled = await settleChanges(tx, {
      before,
      changes: normalized,
      from: visible.configuration,
      to: target.configuration,
    });
    const differences = diffCase(before, settled);
    if (differences.length === 0) return;
    requireCanSet(target.access, changedOnRequest(differences, normalized));
    const after: Case = { ...before, ...settled, revision: before.revision + 1, updatedAt: tx.now };
    await updateCaseRow(tx.db, before, after);
    await recordChange(tx, { type: 'case.updated', after, changes: differences });
  });
};

/**
 * The space the case will be in: where it is, or the one named. Moving takes along status, priority and people, so it
 * needs the right to edit everybody's cases on both sides; otherwise it would be a way around the rights to set those.
 */
const targetSpace = async (tx: Context, { found, configuration, access }: VisibleCase, { spaceId }: CaseChanges) => {
  if (spaceId === undefined || spaceId === found.spaceId) return { configuration, access };
  const target = await requireSpace(tx, spaceId);
  requireRight(access, 'AdminEntityUpdate', `move a case out of the space "${configuration.space.name}"`);
  requireRight(target.access, 'AdminEntityUpdate', `move a case into the space "${target.configuration.space.name}"`);
  return target;
};

/** What follows from a move needs no right of its own. */
const changedOnRequest = (differences: readonly { property: string }[], changes: CaseChanges): string[] =>
  differences.map(({ property }) => property).filter((property) => property in changes);
