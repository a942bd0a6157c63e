import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Context } from '../../platform/context.ts';
import { isIndexed, newestMatches } from '../../platform/database/text-search.ts';
import { casesWithIds } from '../cases/cases-with-ids.ts';
import { findByComments } from './find-by-comments.ts';
import { havingWords } from './having-words.ts';

/** How many cases are few enough to look at each, and how many when their texts have to be read. */
const MAX_MATCHES = 10_000;
const MAX_READ = 1_000;
const MATCHES_AT_ONCE = 2_000;

interface FindAllMatching {
  readonly words: readonly string[];
  readonly spaceIds: 'all' | readonly number[];
}

/** The IDs of all cases that have all the words; undefined when they are too many, or the words too short, to say. */
export const findAllMatching = async (
  ctx: Context,
  { words, spaceIds }: FindAllMatching,
): Promise<readonly number[] | undefined> => {
  const indexed = words.filter(isIndexed);
  if (indexed.length === 0) return undefined;
  const isExact = indexed.length === words.length;
  const ids = await idsOfAll(ctx, indexed, isExact ? MAX_MATCHES : MAX_READ);
  if (ids === undefined) return undefined;
  const own = isExact ? ids : await confirmed(ctx, ids, words);
  const byComments = await findByComments(ctx, { words, scope: { spaceIds } });
  return [...new Set([...own, ...byComments.map(({ id }) => id)])];
};

const idsOfAll = async (ctx: Context, words: readonly string[], most: number): Promise<number[] | undefined> => {
  const ids: number[] = [];
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const window = { before, limit: MATCHES_AT_ONCE };
    const some = await newestMatches(ctx.db, 'case_search', { words, demand: 'all', ...window });
    ids.push(...some);
    if (ids.length > most) return undefined;
    const last = some.at(-1);
    if (last === undefined || some.length < MATCHES_AT_ONCE) return ids;
    before = last;
    await nextTurn();
  }
};

const confirmed = async (ctx: Context, ids: readonly number[], words: readonly string[]): Promise<number[]> => {
  const cases = await casesWithIds(ctx, { ids });
  return (await havingWords(ctx, cases, words)).map(({ id }) => id);
};
