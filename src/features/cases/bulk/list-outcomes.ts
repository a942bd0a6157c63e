import type { Context } from '../../../platform/context.ts';
import { selectOutcomes } from './bulk.store.ts';
import type { CaseOutcome } from './bulk-change.ts';
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

/** What became of each case of a bulk change, by the number of the case. Throws BULK_NOT_FOUND. */
export const listOutcomes = async (ctx: Context, { bulkId, limit, from = START }: ListOutcomes): Promise<Outcomes> => {
  await getBulkChange(ctx, { bulkId });
  const outcomes: CaseOutcome[] = [];
  let { position, index } = from;
  for (;;) {
    const ofPortion = await selectOutcomes(ctx.db, { bulkId, position });
    if (ofPortion === undefined) return { outcomes, next: undefined };
    const taken = ofPortion.slice(index, index + limit - outcomes.length);
    outcomes.push(...taken);
    index += taken.length;
    if (index >= ofPortion.length) [position, index] = [position + 1, 0];
    if (outcomes.length === limit) return { outcomes, next: { position, index } };
  }
};
