import type { Context } from '../../../platform/context.ts';
import type { CaseSelection } from './case-selection.ts';
import { findPlacesInMemory } from './lists-from-memory.ts';
import { lookThrough } from './look-through.ts';
import { countPlaces } from './matching-cases.store.ts';
import { type PreparedSelection, prepareSelection } from './matching-cases.ts';

/** Counting ends here. */
const MOST_COUNTED = 10_000;

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
    (await findPlacesInMemory(ctx, { ...prepared, limit }))?.length ??
    (await countPlaces(ctx.db, { ...prepared, limit }));
  return { value: Math.min(counted, MOST_COUNTED), isExact: counted <= MOST_COUNTED };
};

const countWithTexts = async (ctx: Context, prepared: PreparedSelection): Promise<CaseCount> => {
  let value = 0;
  const isExact = await lookThrough(ctx, prepared, () => {
    value += 1;
  });
  return { value, isExact };
};
