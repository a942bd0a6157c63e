import type { Context } from '../../../platform/context.ts';
import { possibleMatches } from '../../search/possible-matches.ts';
import type { Case } from '../case.ts';
import { type PreparedSelection, portionsWithTexts } from './matching-cases.ts';

/** How many cases are read to count those with texts. */
const MOST_LOOKED_THROUGH = 2_000;

/**
 * Reads the cases that may have the texts of a selection and hands over those that do; answers whether these are all:
 * otherwise it has ended because it would take too long.
 */
export const lookThrough = async (
  ctx: Context,
  prepared: PreparedSelection,
  take: (found: Case) => void,
): Promise<boolean> => {
  const { split, among = await possibleMatches(ctx, { texts: split.texts, most: MOST_LOOKED_THROUGH }) } = prepared;
  let looked = 0;
  for await (const portion of portionsWithTexts(ctx, { ...prepared, among }, undefined)) {
    for (const { found } of portion.found) take(found);
    if (portion.next === null) return true;
    looked += portion.looked;
    if (looked >= MOST_LOOKED_THROUGH) break;
  }
  return false;
};
