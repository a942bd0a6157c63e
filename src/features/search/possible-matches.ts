import type { Context } from '../../platform/context.ts';
import { indexedWords, newestMatches } from '../../platform/database/text-search.ts';
import { selectCasesOfComments } from './search.store.ts';

/** With how many comments to give up. */
const MOST_COMMENTS = 2_000;
/** How many words are tried alone when all together do not tell. */
const TRIED_ALONE = 3;

interface PossibleMatches {
  /** Folded, one or several words each. */
  readonly texts: readonly string[];
  /** With how many cases to give up. */
  readonly most: number;
}

/**
 * The IDs of all cases that can have all the texts, in what is their own or in comments, and of some that have not:
 * in any order, whoever sees them. Undefined when they are too many, or when no index can tell.
 */
export const possibleMatches = async (
  ctx: Context,
  { texts, most }: PossibleMatches,
): Promise<readonly number[] | undefined> => {
  const words = indexedWords(texts);
  if (words.length === 0) return undefined;
  const together = await withWords(ctx, words, most);
  if (together !== undefined || words.length === 1) return together;
  // A case that has them all has the rarest one, and longer words are rarer.
  for (const word of words.toSorted((one, other) => other.length - one.length).slice(0, TRIED_ALONE)) {
    const alone = await withWords(ctx, [word], most);
    if (alone !== undefined) return alone;
  }
  return undefined;
};

const withWords = async (ctx: Context, words: readonly string[], most: number): Promise<number[] | undefined> => {
  const window = { words, before: Number.MAX_SAFE_INTEGER };
  const comments = { ...window, demand: 'any', limit: MOST_COMMENTS + 1 } as const;
  const commentIds = await newestMatches(ctx.db, 'comment_search', comments);
  if (commentIds.length > MOST_COMMENTS) return undefined;
  const own = await newestMatches(ctx.db, 'case_search', { ...window, demand: 'all', limit: most + 1 });
  if (own.length > most) return undefined;
  return [...new Set([...own, ...(await selectCasesOfComments(ctx.db, commentIds))])];
};
