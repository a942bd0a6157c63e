import type { Context } from '../../platform/context.ts';
import { fold } from '../../platform/database/folded-text.ts';
import { caseWithNumber } from './case-with-number.ts';
import { findByComments } from './find-by-comments.ts';
import { findByOwnTexts } from './find-by-own-texts.ts';
import type { Candidate, SearchScope } from './search.store.ts';

/** Of how many cases, the newest ones that match, the best come first; the others follow, newest first. */
const RANKED = 100;

/** How many cases a search finds at the most, and how many it looks at when conditions leave few of them. */
export const MAX_RESULTS = 10_000;

interface RankedMatches {
  /** Folded; all of them have to be there. */
  readonly words: readonly string[];
  /** The case with this number comes first. */
  readonly number: number | undefined;
  readonly scope: SearchScope;
  /** Which of these cases fulfil what else is asked for; all when it is absent. */
  readonly keep?: (ids: readonly number[]) => Promise<ReadonlySet<number>>;
  /** How many are needed. */
  readonly count: number;
}

/** The IDs of the cases that have all the words somewhere, the best first: as many as are needed, or more. */
export const rankedMatches = async (ctx: Context, matches: RankedMatches): Promise<number[]> => {
  const { words, number, scope, count } = matches;
  const byNumber = await caseWithNumber(ctx, { number, scope });
  const ids = new Set((await kept(byNumber, matches)).map(({ id }) => id));
  for (const { id } of await bestOwn(ctx, matches)) ids.add(id);
  if (ids.size < count) {
    for (const { id } of await kept(await findByComments(ctx, { words, scope }), matches)) ids.add(id);
  }
  return [...ids];
};

const kept = async (candidates: readonly Candidate[], { keep }: RankedMatches): Promise<readonly Candidate[]> => {
  if (keep === undefined || candidates.length === 0) return candidates;
  const fulfilling = await keep(candidates.map(({ id }) => id));
  return candidates.filter(({ id }) => fulfilling.has(id));
};

const bestOwn = async (ctx: Context, matches: RankedMatches): Promise<Candidate[]> => {
  const { words, scope, count } = matches;
  const newest: Candidate[] = [];
  let looked = 0;
  // One more: the case with the number may be among them.
  const enough = Math.max(RANKED, count + 1);
  for await (const some of findByOwnTexts(ctx, { words, scope })) {
    newest.push(...(await kept(some, matches)));
    looked += some.length;
    if (newest.length >= enough || looked >= MAX_RESULTS) break;
  }
  const ranked = newest.slice(0, RANKED).map((each) => ({ each, rank: rankOf(each, words) }));
  // Sorting keeps the order among equals.
  ranked.sort((one, other) => one.rank - other.rank);
  return [...ranked.map(({ each }) => each), ...newest.slice(RANKED)];
};

const rankOf = ({ title, tagsCsv }: Candidate, words: readonly string[]): number => {
  const rank = [title, tagsCsv].map(fold).findIndex((text) => words.every((word) => text.includes(word)));
  return rank === -1 ? Number.POSITIVE_INFINITY : rank;
};
