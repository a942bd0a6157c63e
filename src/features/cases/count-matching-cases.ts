import type { Context } from '../../platform/context.ts';
import { possibleMatches } from '../search/possible-matches.ts';
import { findPlacesInMemory } from './case-order.ts';
import type { CaseSelection } from './case-selection.ts';
import { countPlaces } from './matching-cases.store.ts';
import { type PreparedSelection, portionsWithTexts, prepareSelection } from './matching-cases.ts';

/** Counting ends here. */
const MOST_COUNTED = 10_000;
/** How many cases are read to count those with texts. */
const MOST_LOOKED_THROUGH = 2_000;

export interface CaseCount {
  readonly value: number;
  /** False when there may be more. */
  readonly isExact: boolean;
}

/** How many cases whoever acts can see that the selection is about, as far as it can be said soon. */
export const countMatchingCases = async (ctx: Context, { where }: CaseSelection): Promise<CaseCount> => {
  const prepared = await prepareSelection(ctx, { where, order: [{ key: 'updated', direction: 'desc' }] });
  if (prepared.hasTexts) return countWithTexts(ctx, prepared);
  const limit = MOST_COUNTED + 1;
  const counted =
    findPlacesInMemory(ctx, { ...prepared, limit })?.length ?? (await countPlaces(ctx.db, { ...prepared, limit }));
  return { value: Math.min(counted, MOST_COUNTED), isExact: counted <= MOST_COUNTED };
};

const countWithTexts = async (ctx: Context, prepared: PreparedSelection): Promise<CaseCount> => {
  const { split, among = await possibleMatches(ctx, { texts: split.texts, most: MOST_LOOKED_THROUGH }) } = prepared;
  let [value, looked] = [0, 0];
  for await (const portion of portionsWithTexts(ctx, { ...prepared, among }, undefined)) {
    value += portion.found.length;
    looked += portion.looked;
    if (portion.next === null) return { value, isExact: true };
    if (looked >= MOST_LOOKED_THROUGH) break;
  }
  return { value, isExact: false };
};
