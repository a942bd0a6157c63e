import type { Context } from '../../../platform/context.ts';
import { selectWeightsInGroup } from '../history/change-entries.store.ts';
import { type BegunBulk, beginBulk } from './begin-bulk.ts';
import { revertCases } from './revert-cases.ts';

interface RevertGroup {
  /** Of many cases, and complete. */
  readonly groupId: number;
  /** Whether only is asked what would be. */
  readonly isTrial: boolean;
}

/** Begins a bulk change that takes back what a group in the history did. Throws what `beginBulk` throws. */
export const revertGroup = async (tx: Context, { groupId, isTrial }: RevertGroup): Promise<BegunBulk> => {
  const weights = await selectWeightsInGroup(tx.db, { groupId });
  const caseIds = [...weights.keys()];
  return beginBulk(tx, {
    ...{ caseIds, mode: 'per-case', request: { changes: {} }, revertsId: groupId, isTrial },
    weightOf: (caseId) => weights.get(caseId) ?? 0,
    perform: (grouped) => revertCases(grouped, { groupId, caseIds }),
  });
};
