import { itemsBefore, type Page } from '../../kernel/page.ts';
import type { Context } from '../../platform/context.ts';
import { fold } from '../../platform/database/folded-text.ts';
import type { Case } from '../cases/case.ts';
import { casesWithIds } from '../cases/cases-with-ids.ts';
import { visibleSpaceIds } from '../spaces/space-access.ts';
import { findByComments } from './find-by-comments.ts';
import { findByOwnTexts } from './find-by-own-texts.ts';
import { type Candidate, type SearchScope, selectCandidates } from './search.store.ts';
import { searchedWords } from './searched-words.ts';

/** Of how many cases, the newest ones that match, the best come first; the others follow, newest first. */
const RANKED = 100;

/** How many cases a search finds at the most. */
const MAX_RESULTS = 10_000;

interface SearchCases {
  readonly keyword: string;
  /** Only in these spaces; in all that can be seen when there are none. */
  readonly spaceIds: readonly number[];
  /** Only what one of these reported; whatever anybody reported when there are none. */
  readonly reporterIds: readonly number[];
  readonly page: Page;
}

/**
 * One page of the cases that have all the words of the keyword somewhere, among those that whoever acts can see; the
 * best first: the case with this number, then those with all words in the title, in the tags, in any of their own
 * texts, and only together with comments; newer ones first among equals. Throws FIELDS_INVALID when the keyword is too
 * long. Source: communifire-api.md section 3, search.
 */
export const searchCases = async (ctx: Context, { keyword, page, ...narrowed }: SearchCases): Promise<Case[]> => {
  const words = searchedWords(keyword);
  const [first, end] = [itemsBefore(page), itemsBefore(page) + page.length];
  if (words.length === 0 || first >= MAX_RESULTS) return [];
  const scope = await scopeOf(ctx, narrowed);
  const ids = new Set(await idsByNumber(ctx, keyword, scope));
  for (const { id } of await bestOwn(ctx, { words, scope, count: end })) ids.add(id);
  if (ids.size < end) for (const { id } of await findByComments(ctx, { words, scope })) ids.add(id);
  return casesWithIds(ctx, { ids: [...ids].slice(first, end) });
};

const scopeOf = async (
  ctx: Context,
  { spaceIds, reporterIds }: Pick<SearchCases, 'spaceIds' | 'reporterIds'>,
): Promise<SearchScope> => {
  const visible = await visibleSpaceIds(ctx);
  const wanted = spaceIds.length === 0 ? visible : spaceIds;
  const isVisible = (id: number): boolean => visible === 'all' || visible.includes(id);
  return {
    spaceIds: wanted === 'all' ? 'all' : wanted.filter(isVisible),
    ...(reporterIds.length === 0 ? {} : { reporterIds }),
  };
};

const NUMBER = /^\s*#?(\d{1,15})\s*$/u;

/** The case whose number the keyword is, as a list of one or none. */
const idsByNumber = async (ctx: Context, keyword: string, scope: SearchScope): Promise<number[]> => {
  const number = NUMBER.exec(keyword)?.[1];
  if (number === undefined) return [];
  return (await selectCandidates(ctx.db, [Number(number)], scope)).map(({ id }) => id);
};

interface BestOwn {
  readonly words: readonly string[];
  readonly scope: SearchScope;
  /** How many are needed. */
  readonly count: number;
}

const bestOwn = async (ctx: Context, { words, scope, count }: BestOwn): Promise<Candidate[]> => {
  const newest: Candidate[] = [];
  // One more: the case with the number may be among them.
  const enough = Math.max(RANKED, count + 1);
  for await (const some of findByOwnTexts(ctx, { words, scope })) {
    newest.push(...some);
    if (newest.length >= enough) break;
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
