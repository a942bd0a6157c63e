import type { Context } from '../../../platform/context.ts';
import type { Case } from '../case.ts';
import { requireCanUpdate, requireVisible } from '../case-access.ts';
import { lockCases } from '../cases.store.ts';
import { type ChangeInGroup, selectChangesInGroup } from '../history/change-entries.store.ts';
import { outcomeOfRevert, planRevert } from '../history/plan-revert.ts';
import { revertChange } from '../history/revert-change.ts';
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
    const now = found.get(caseId);
    const change = changes.get(caseId);
    const isUpdate = now !== undefined && change !== undefined && wasUpdate(change);
    // What put a case into the bin or created it is taken back otherwise, and seldom.
    outcomes.push(isUpdate ? await revertUpdate(tx, { now, change, plans }) : await revertOne(tx, caseId, change));
  }
  await carryOutInTurns(tx, plans);
  return outcomes;
};

const wasUpdate = ({ revision, entries }: ChangeInGroup): boolean =>
  revision > 1 && entries.every(({ property }) => property !== 'deletedAt');

interface RevertUpdate {
  readonly now: Case;
  readonly change: ChangeInGroup;
  /** Gets what is to be carried out. */
  readonly plans: UpdatePlan[];
}

const revertUpdate = async (tx: Context, { now, change: { entries }, plans }: RevertUpdate): Promise<CaseOutcome> => {
  try {
    const visible = await requireVisible(tx, now.id, now);
    requireCanUpdate(tx, visible);
    const { update, kept } = await planRevert(tx, { visible, entries });
    if (update !== undefined) plans.push(update);
    return outcomeOf(now.id, outcomeOfRevert(update?.after ?? now, entries, kept));
  } catch (error) {
    return keepRefusal(now.id, error);
  }
};

const revertOne = async (tx: Context, caseId: number, change: ChangeInGroup | undefined): Promise<CaseOutcome> => {
  try {
    // A case that was purged has no history, and is not there.
    return outcomeOf(caseId, await revertChange(tx, { caseId, revision: change?.revision ?? 1 }));
  } catch (error) {
    return keepRefusal(caseId, error);
  }
};

const outcomeOf = (caseId: number, { reverted, kept }: Required<CaseOutcome>['revert']): CaseOutcome => ({
  caseId,
  outcome: reverted.length > 0 ? 'changed' : 'unchanged',
  revert: { reverted, kept },
});
