import type { Context } from '../../../platform/context.ts';
import { possibleMatches } from '../../search/possible-matches.ts';
import type { Case } from '../case.ts';
import { type CasePlace, caseIdAt } from './case-place.ts';
import type { CaseSelection } from './case-selection.ts';
import { type ListEffort, listEfforts } from './list-efforts.ts';
import {
  findPlaces,
  type Portion,
  type PreparedSelection,
  portionsWithTexts,
  prepareSelection,
} from './matching-cases.ts';
import { readFound } from './read-found.ts';

interface ListMatchingCases {
  readonly selection: CaseSelection;
  /** Where the list goes on: a place in the complete order of the selection. */
  readonly after?: CasePlace | undefined;
  readonly limit: number;
}

interface MatchingCases {
  readonly cases: readonly Case[];
  /** Null when there are none after them. */
  readonly next: CasePlace | null;
}

/**
 * The first cases after a place that whoever acts can see and that the selection is about. With texts that are hard to
 * find they may be fewer than the limit, or none, although there are more.
 */
export const listMatchingCases = async (ctx: Context, list: ListMatchingCases): Promise<MatchingCases> => {
  const prepared = await prepareSelection(ctx, list.selection);
  return prepared.hasTexts ? listWithTexts(ctx, prepared, list) : listByRows(ctx, prepared, list);
};

const listByRows = async (
  ctx: Context,
  prepared: PreparedSelection,
  { after, limit }: ListMatchingCases,
): Promise<MatchingCases> => {
  const places = (await findPlaces(ctx, { ...prepared, after, limit: limit + 1 })).map(({ place }) => place);
  const shown = places.slice(0, limit);
  const cases = await readFound(ctx, { ids: shown.map(caseIdAt), spaceIds: prepared.spaceIds });
  return { cases, next: places.length > limit ? (shown.at(-1) ?? null) : null };
};

const listWithTexts = async (
  ctx: Context,
  prepared: PreparedSelection,
  { after, limit }: ListMatchingCases,
): Promise<MatchingCases> => {
  const found: Portion['found'][number][] = [];
  let next: CasePlace | null = after ?? null;
  for (const effort of listEfforts) {
    for await (const portion of portionsWithin(ctx, prepared, { after: next, effort })) {
      found.push(...portion.found);
      next = portion.next;
      if (found.length > limit) break;
    }
    if (next === null || found.length > limit) break;
  }
  const shown = found.slice(0, limit);
  return { cases: shown.map((each) => each.found), next: found.length > limit ? (shown.at(-1)?.place ?? null) : next };
};

interface Within {
  readonly after: CasePlace | null;
  readonly effort: ListEffort;
}

const portionsWithin = async function* (
  ctx: Context,
  prepared: PreparedSelection,
  { after, effort }: Within,
): AsyncGenerator<Portion> {
  const { split, among = await possibleMatches(ctx, { texts: split.texts, most: effort.mostMatches }) } = prepared;
  let looked = 0;
  for await (const portion of portionsWithTexts(ctx, { ...prepared, among }, after ?? undefined)) {
    yield portion;
    looked += portion.looked;
    if (looked >= effort.mostLookedThrough) return;
  }
};
