import type { Context } from '../../../platform/context.ts';
import { selectRevisionsInGroup } from '../history/change-entries.store.ts';
import { revertChange } from '../history/revert-change.ts';
import { type CaseOutcome, keepRefusal } from './bulk-change.ts';

interface RevertCases {
  /** The group in the history whose changes are taken back. */
  readonly groupId: number;
  /** In ascending order. */
  readonly caseIds: readonly number[];
}

/** Takes back what the group did to these cases, in this transaction, and answers what became of each. */
export const revertCases = async (tx: Context, { groupId, caseIds }: RevertCases): Promise<CaseOutcome[]> => {
  const revisions = await selectRevisionsInGroup(tx.db, { groupId, caseIds });
  const outcomes: CaseOutcome[] = [];
  for (const caseId of caseIds) {
    const revision = revisions.get(caseId);
    // A case that was purged has no history, and is not there.
    outcomes.push(await revertOne(tx, caseId, revision ?? 1));
  }
  return outcomes;
};

const revertOne = async (tx: Context, caseId: number, revision: number): Promise<CaseOutcome> => {
  try {
    const { reverted, kept } = await revertChange(tx, { caseId, revision });
    return { caseId, outcome: reverted.length > 0 ? 'changed' : 'unchanged', revert: { reverted, kept } };
  } catch (error) {
    return keepRefusal(caseId, error);
  }
};
