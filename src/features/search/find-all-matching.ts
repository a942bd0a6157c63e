import type { Context } from '../../platform/context.ts';
import { isIndexed, newestMatches } from '../../platform/database/text-search.ts';
import { confirmed } from './confirmed.ts';
import { findByComments } from './find-by-comments.ts';

/** How many cases have their texts read at the most, for words that no index can find. */
const MAX_READ = 2_000;

interface FindAllMatching {
  readonly words: readonly string[];
  readonly spaceIds: 'all' | readonly number[];
  /** With how many cases to give up. */
  readonly most: number;
}

/** The IDs of all cases that have all the words; undefined when they are too many, or the words too short, to say. */
export const findAllMatching = async (
  ctx: Context,
  { words, spaceIds, most }: FindAllMatching,
): Promise<readonly number[] | undefined> => {
  const indexed = words.filter(isIndexed);
  if (indexed.length === 0) return undefined;
  const isExact = indexed.length === words.length;
  const limit = (isExact ? most : Math.min(most, MAX_READ)) + 1;
  const window = { before: Number.MAX_SAFE_INTEGER, limit };
  const ids = await newestMatches(ctx.db, 'case_search', { words: indexed, demand: 'all', ...window });
  if (ids.length === limit) return undefined;
  const own = isExact ? ids : await confirmed(ctx, ids, words);
  const byComments = await findByComments(ctx, { words, scope: { spaceIds } });
  return [...new Set([...own, ...byComments.map(({ id }) => id)])];
};
