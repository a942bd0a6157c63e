import type { Context } from '../../../platform/context.ts';
import type { Case } from '../case.ts';
import { requireVisible } from '../case-access.ts';
import { selectCasesWithIds } from '../list/list-cases.store.ts';
import { selectOutcomes } from './bulk.store.ts';
import { type CaseOutcome, keepRefusal } from './bulk-change.ts';
import { getBulkChange } from './get-bulk-change.ts';

/** Where a list of outcomes goes on. */
interface OutcomePlace {
  readonly position: number;
  readonly index: number;
}

interface ListOutcomes {
  readonly bulkId: number;
  readonly limit: number;
  readonly from?: OutcomePlace | undefined;
}

interface Outcomes {
  readonly outcomes: readonly CaseOutcome[];
  readonly next: OutcomePlace | undefined;
}

const START: OutcomePlace = { position: 0, index: 0 };

/**
 * What became of each case of a bulk change, by the number of the case; of cases that whoever acts cannot see now, only
 * the outcome. Throws BULK_NOT_FOUND.
 */
export const listOutcomes = async (ctx: Context, { bulkId, limit, from = START }: ListOutcomes): Promise<Outcomes> => {
  await getBulkChange(ctx, { bulkId });
  const outcomes: CaseOutcome[] = [];
  let { position, index } = from;
  for (;;) {
    const ofPortion = await selectOutcomes(ctx.db, { bulkId, position });
    if (ofPortion === undefined) return { outcomes: await inSightOnly(ctx, outcomes), next: undefined };
    const taken = ofPortion.slice(index, index + limit - outcomes.length);
    outcomes.push(...taken);
    index += taken.length;
    if (index >= ofPortion.length) [position, index] = [position + 1, 0];
    if (outcomes.length === limit) return { outcomes: await inSightOnly(ctx, outcomes), next: { position, index } };
  }
};

/** Values and refusals tell of the case: whoever cannot see it now reads what they would read about no case. */
const inSightOnly = async (ctx: Context, outcomes: readonly CaseOutcome[]): Promise<CaseOutcome[]> => {
  const telling = outcomes.filter(({ refusal, revert }) => refusal !== undefined || revert !== undefined);
  const ids = telling.map(({ caseId }) => caseId);
  const found = new Map((await selectCasesWithIds(ctx.db, ids)).map((each) => [each.id, each]));
  const shown: CaseOutcome[] = [];
  for (const each of outcomes) shown.push(await inSight(ctx, each, found.get(each.caseId)));
  return shown;
};

const inSight = async (ctx: Context, shown: CaseOutcome, found: Case | undefined): Promise<CaseOutcome> => {
  const { caseId, outcome, refusal, revert } = shown;
  if (refusal === undefined && revert === undefined) return shown;
  try {
    await requireVisible(ctx, caseId, found);
    return shown;
  } catch (error) {
    return refusal === undefined ? { caseId, outcome } : keepRefusal(caseId, error);
  }
};
