import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Context } from '../../../platform/context.ts';
import { havingWords } from '../../search/having-words.ts';
import { visibleSpaceIds } from '../../spaces/space-access.ts';
import type { Case } from '../case.ts';
import { type CasePlace, caseIdAt, completeOrder } from './case-place.ts';
import type { CaseCondition, CaseSelection } from './case-selection.ts';
import { findPlacesInMemory } from './lists-from-memory.ts';
import { type Listed, type PlacedCase, type SelectPlaces, selectListed, selectPlaces } from './matching-cases.store.ts';
import { type MixedCondition, mixedCondition } from './mixed-condition.ts';
import { readFound } from './read-found.ts';
import { partsOf, type SplitCondition, splitCondition } from './split-condition.ts';

/** How many cases have their texts read in one turn; others wait meanwhile. */
const READ_AT_ONCE = 100;
/** How many cases with a tag, or of a recipient, are so few that they are rather sorted than all cases gone through. */
const FEW_LISTED = 2_000;

/** A selection as far as it can be said before looking at cases. */
export interface PreparedSelection extends Omit<SelectPlaces, 'after' | 'limit' | 'asked'> {
  readonly split: SplitCondition;
  readonly mixed: MixedCondition;
  /** Whether cases have to be read to tell. */
  readonly hasTexts: boolean;
}

/** What whoever acts can see of a selection, with what helps to find it. */
export const prepareSelection = async (ctx: Context, { where, order }: CaseSelection): Promise<PreparedSelection> => {
  const split = splitCondition(where);
  return {
    split,
    mixed: mixedCondition(split.mixed),
    hasTexts: split.texts.length + split.mixed.length > 0,
    where: split.rows,
    order: completeOrder(order),
    spaceIds: await visibleSpaceIds(ctx),
    among: await fewListed(ctx, split),
  };
};

/** The IDs of all cases that one of the conditions leaves when these are few; undefined otherwise. */
const fewListed = async (ctx: Context, { rows }: SplitCondition): Promise<readonly number[] | undefined> => {
  for (const part of partsOf(rows)) {
    if (!isListed(part)) continue;
    const ids = await selectListed(ctx.db, part, FEW_LISTED + 1);
    if (ids.length <= FEW_LISTED) return ids;
  }
  return undefined;
};

const isListed = (part: CaseCondition): part is Listed =>
  part.kind === 'tag' || part.kind === 'recipient' || part.kind === 'externalId';

/** The first places after another one, by what the rows of cases tell. */
export const findPlaces = async (ctx: Context, select: SelectPlaces): Promise<PlacedCase[]> =>
  (await findPlacesInMemory(ctx, select))?.map((place) => ({ place, truths: [] })) ??
  (await selectPlaces(ctx.db, select));

/** Some cases that were looked at, in their order. */
export interface Portion {
  /** Those that fulfil the whole condition. */
  readonly found: readonly { readonly place: CasePlace; readonly found: Case }[];
  /** The place of the last one that was looked at; null when there is none after them. */
  readonly next: CasePlace | null;
  readonly looked: number;
}

/** Goes through the cases that fulfil what rows tell, reads them, and keeps those that fulfil the rest. */
export const portionsWithTexts = async function* (
  ctx: Context,
  selection: PreparedSelection,
  after: CasePlace | undefined,
): AsyncGenerator<Portion> {
  const { mixed } = selection;
  for (let last = after; ; await nextTurn()) {
    const placed = await findPlaces(ctx, { ...selection, asked: mixed.asked, after: last, limit: READ_AT_ONCE });
    const isLast = placed.length < READ_AT_ONCE;
    last = placed.at(-1)?.place ?? last;
    const found = await havingTexts(ctx, placed, selection);
    yield { found, next: isLast ? null : (last ?? null), looked: placed.length };
    if (isLast) return;
  }
};

const havingTexts = async (
  ctx: Context,
  placed: readonly PlacedCase[],
  { split, mixed, spaceIds }: PreparedSelection,
): Promise<Portion['found']> => {
  const read = await readFound(ctx, { ids: placed.map(({ place }) => caseIdAt(place)), spaceIds });
  const having = split.texts.length === 0 ? read : await havingWords(ctx, read, split.texts);
  const texts = await textsOf(ctx, having, mixed.texts);
  const byId = new Map(having.map((each) => [each.id, each]));
  return placed.flatMap(({ place, truths }) => {
    const found = byId.get(caseIdAt(place));
    const isFound = found !== undefined && mixed.isTrue({ truths, texts: texts.get(found.id) ?? none });
    return isFound ? [{ place, found }] : [];
  });
};

const none: ReadonlySet<string> = new Set();

/** Which of the texts each of the cases has. */
const textsOf = async (
  ctx: Context,
  cases: readonly Case[],
  texts: readonly string[],
): Promise<ReadonlyMap<number, ReadonlySet<string>>> => {
  const had = new Map(cases.map(({ id }) => [id, new Set<string>()]));
  for (const text of texts) {
    for (const { id } of await havingWords(ctx, cases, [text])) had.get(id)?.add(text);
  }
  return had;
};
