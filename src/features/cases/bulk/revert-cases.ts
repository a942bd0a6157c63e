import type { Context } from '../../../platform/context.ts';
import type { Case } from '../case.ts';
import { requireCanUpdate, requireVisible } from '../case-access.ts';
import { lockCases } from '../cases.store.ts';
import { type ChangeInGroup, selectChangesInGroup } from '../history/change-entries.store.ts';
import { outcomeOfRevert, planRevert } from '../history/plan-revert.ts';
import { revertChange } from '../history/revert-change.ts';
import { revertCreation } from '../history/revert-creation.ts';
import { selectCasesWithIds } from '../list/list-cases.store.ts';
import type { UpdatePlan } from '../plan-update.ts';
import { type CaseOutcome, keepRefusal } from './bulk-change.ts';
import { byPortions } from './by-portions.ts';
import { carryOutInTurns } from './write-in-turns.ts';

interface RevertCases {
  /** The group in the history whose changes are taken back. */
  readonly groupId: number;
  /** In ascending order, so that two transactions do not wait for each other. */
  readonly caseIds: readonly number[];
}

/**
 * Takes back what the group did to these cases as `revertChange` does it for each, in this transaction, and answers what
 * became of each.
 */
export const revertCases = (tx: Context, { groupId, caseIds }: RevertCases): Promise<CaseOutcome[]> =>
  byPortions(caseIds, (portion) => revertPortion(tx, { groupId, caseIds: portion }));

const revertPortion = async (tx: Context, { groupId, caseIds }: RevertCases): Promise<CaseOutcome[]> => {
  await lockCases(tx.db, caseIds);
  const found = new Map((await selectCasesWithIds(tx.db, caseIds)).map((each) => [each.id, each]));
  const changes = await selectChangesInGroup(tx.db, { groupId, caseIds });
  const plans: UpdatePlan[] = [];
  const outcomes: CaseOutcome[] = [];
  for (const caseId of caseIds) {
    outcomes.push(await revertCase(tx, { caseId, now: found.get(caseId), change: changes.get(caseId), plans }));
  }
  await carryOutInTurns(tx, plans);
  return outcomes;
};

interface RevertCase {
  readonly caseId: number;
  readonly now: Case | undefined;
  readonly change: ChangeInGroup | undefined;
  /** Gets what is to be carried out. */
  readonly plans: UpdatePlan[];
}

const revertCase = async (tx: Context, { caseId, now, change, plans }: RevertCase): Promise<CaseOutcome> => {
  try {
    if (now !== undefined && change?.isCreation) return outcomeOf(caseId, await revertCreation(tx, { now, change }));
    if (now !== undefined && change && wasUpdate(change)) return await revertUpdate(tx, { now, change, plans });
    // What put a case into the bin is taken back otherwise. One that was purged has no history, and is not there.
    return outcomeOf(caseId, await revertChange(tx, { caseId, revision: change?.revision ?? 1 }));
  } catch (error) {
    return keepRefusal(caseId, error);
  }
};

const wasUpdate = ({ entries }: ChangeInGroup): boolean => entries.every(({ property }) => property !== 'deletedAt');

interface RevertUpdate extends Pick<RevertCase, 'plans'> {
  readonly now: Case;
  readonly change: ChangeInGroup;
}

const revertUpdate = async (tx: Context, { now, change: { entries }, plans }: RevertUpdate): Promise<CaseOutcome> => {
  const visible = await requireVisible(tx, now.id, now);
  requireCanUpdate(tx, visible);
  const { update, kept } = await planRevert(tx, { visible, entries });
  if (update !== undefined) plans.push(update);
  return outcomeOf(now.id, outcomeOfRevert(update?.after ?? now, entries, kept));
};

const outcomeOf = (caseId: number, { reverted, kept }: Required<CaseOutcome>['revert']): CaseOutcome => ({
  caseId,
  outcome: reverted.length > 0 ? 'changed' : 'unchanged',
  revert: { reverted, kept },
});
