import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CaseOutcome } from './bulk-change.ts';

/** How many cases are read, checked and written together; others are served after each time. */
const PORTION = 100;

/** Does something to cases, some at a time, and answers what became of each. */
export const byPortions = async (
  caseIds: readonly number[],
  perform: (portion: readonly number[]) => Promise<readonly CaseOutcome[]>,
): Promise<CaseOutcome[]> => {
  const outcomes: CaseOutcome[] = [];
  for (let start = 0; start < caseIds.length; start += PORTION) {
    if (start > 0) await nextTurn();
    outcomes.push(...(await perform(caseIds.slice(start, start + PORTION))));
  }
  return outcomes;
};
