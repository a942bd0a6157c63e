import type { Context } from '../../platform/context.ts';
import { requireRight } from '../spaces/space-access.ts';
import { type Case, type CaseChanges, type CaseProperties, diffCase, type PropertyChange } from './case.ts';
import { requireCanSet, requireSpace, type VisibleCase } from './case-access.ts';
import { recordChanges } from './record-change.ts';
import { updateCaseRows } from './save-case.store.ts';
import { settleChanges } from './settle-changes.ts';

interface PlanUpdate {
  /** A case that whoever acts may update. */
  readonly visible: VisibleCase;
  /** Normalised. */
  readonly changes: CaseChanges;
}

/** What an update does, with all that follows from it; nothing when there are no differences. */
export interface UpdatePlan {
  readonly before: Case;
  readonly after: Case;
  readonly differences: readonly PropertyChange[];
}

/** What the changes lead to, checked as far as rights and references go. Throws RIGHT_MISSING, FIELDS_INVALID. */
export const planUpdate = async (tx: Context, { visible, changes }: PlanUpdate): Promise<UpdatePlan> => {
  const target = await targetSpace(tx, visible, changes);
  const before = visible.found;
  const settled = await settleChanges(tx, {
    before,
    changes,
    from: visible.configuration,
    to: target.configuration,
  });
  const plan = planChanges(tx, before, settled);
  if (plan.differences.length > 0) requireCanSet(target.access, changedOnRequest(plan.differences, changes));
  return plan;
};

/** The same for changes that are settled, whose rights and references are somebody else's to check. */
export const planChanges = (tx: Context, before: Case, settled: Partial<CaseProperties>): UpdatePlan => {
  const after = { ...before, ...settled, revision: before.revision + 1, updatedAt: tx.now };
  const differences = diffCase(before, after);
  return { before, after: differences.length === 0 ? before : after, differences };
};

/** Writes what was planned in this transaction: the row, its lists, search index, history and event. */
export const carryOut = (tx: Context, plan: UpdatePlan): Promise<void> => carryOutAll(tx, [plan]);

/** The same for several cases, with fewer statements. */
export const carryOutAll = async (tx: Context, plans: readonly UpdatePlan[]): Promise<void> => {
  const different = plans.filter(({ differences }) => differences.length > 0);
  if (different.length === 0) return;
  await updateCaseRows(tx.db, different);
  await recordChanges(
    tx,
    different.map(({ after, differences }) => ({ type: 'case.updated', after, changes: differences })),
  );
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
