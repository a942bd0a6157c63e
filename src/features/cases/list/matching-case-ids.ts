import type { Context } from '../../../platform/context.ts';
import { possibleMatches } from '../../search/possible-matches.ts';
import { caseIdAt } from './case-place.ts';
import type { CaseCondition } from './case-selection.ts';
import { findPlaces, type PreparedSelection, portionsWithTexts, prepareSelection } from './matching-cases.ts';

/** How many IDs are in one portion at the most. */
const PORTION = 1_000;
/** With how many cases that can have the texts to rather look through all. */
const MOST_MATCHES = 50_000;

interface MatchingCaseIds {
  /** What `resolveQuery` answers, or its condition. */
  readonly where: CaseCondition;
  /** Only those with a higher number. */
  readonly after?: number;
}

/**
 * The IDs of all cases that whoever acts can see and that fulfil the condition, in ascending order and in portions: what
 * changes between two of them neither comes twice nor is passed over.
 */
export const matchingCaseIds = async function* (
  ctx: Context,
  { where, after }: MatchingCaseIds,
): AsyncGenerator<readonly number[]> {
  const prepared = await prepareSelection(ctx, { where, order: [{ key: 'number', direction: 'asc' }] });
  const place = after === undefined ? undefined : [after];
  if (!prepared.hasTexts) {
    yield* idsByRows(ctx, prepared, place);
    return;
  }
  const { split, among = await possibleMatches(ctx, { texts: split.texts, most: MOST_MATCHES }) } = prepared;
  for await (const { found } of portionsWithTexts(ctx, { ...prepared, among }, place)) {
    if (found.length > 0) yield found.map((each) => each.found.id);
  }
};

const idsByRows = async function* (
  ctx: Context,
  prepared: PreparedSelection,
  after: readonly number[] | undefined,
): AsyncGenerator<readonly number[]> {
  for (let last = after; ; ) {
    const places = (await findPlaces(ctx, { ...prepared, after: last, limit: PORTION })).map(({ place }) => place);
    if (places.length > 0) yield places.map(caseIdAt);
    const end = places.at(-1);
    if (end === undefined || places.length < PORTION) return;
    last = [caseIdAt(end)];
  }
};
