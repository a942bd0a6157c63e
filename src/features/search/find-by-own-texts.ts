import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Context } from '../../platform/context.ts';
import { indexedWords, isIndexed, newestMatches } from '../../platform/database/text-search.ts';
import { confirmed } from './confirmed.ts';
import { fewInScope } from './few-in-scope.ts';
import { type Candidate, type SearchScope, selectCandidates, selectNewestIds } from './search.store.ts';

/** How many matches are taken in one turn at the most, and at first: each turn begins to count them anew. */
const MAX_AT_ONCE = 5_000;
const firstAtOnce = ({ spaceIds }: SearchScope): number => (spaceIds === 'all' ? 100 : 400);
/** Of how many of them the rows are read at once: who has enough stops between. */
const READ_AT_ONCE = 100;
/** How many cases are looked through, the newest ones, for words that no index can find. */
const MAX_LOOKED_THROUGH = 10_000;

interface FindByOwnTexts {
  readonly words: readonly string[];
  readonly scope: SearchScope;
}

/** The cases whose own texts have all the words (words of one or two characters also in comments), newest first. */
export const findByOwnTexts = async function* (
  ctx: Context,
  { words, scope }: FindByOwnTexts,
): AsyncGenerator<readonly Candidate[]> {
  const few = await fewInScope(ctx, scope);
  // Several words may stand on two lines: the index does not tell.
  const isIndexedAll = words.every((word) => isIndexed(word) && !word.includes(' '));
  const isTold = few === undefined && isIndexedAll;
  for await (const ids of few === undefined ? possible(ctx, words, scope) : [few]) {
    for await (const some of inChunks(await inScope(ctx, ids, scope))) {
      const having = isTold ? some : await confirmed(ctx, some, words);
      yield having.length === 0 ? [] : await selectCandidates(ctx.db, having, scope);
    }
  }
};

/** Those of the cases that may be in the scope: as memory has it, before rows are read that nobody sees. */
const inScope = async (
  ctx: Context,
  ids: readonly number[],
  { spaceIds, reporterIds }: SearchScope,
): Promise<readonly number[]> => {
  if (spaceIds === 'all' && reporterIds === undefined) return ids;
  const tests = reporterIds && [{ column: 'reporter_id', values: reporterIds, isExcluded: false } as const];
  return (await ctx.caseOrder?.only(ids, { spaceIds, ...(tests && { tests }) })) ?? ids;
};

const inChunks = async function* (ids: readonly number[]): AsyncGenerator<readonly number[]> {
  for (let start = 0; start < ids.length; start += READ_AT_ONCE) {
    if (start > 0) await nextTurn();
    yield ids.slice(start, start + READ_AT_ONCE);
  }
};

/** The IDs of cases that can have the words, highest first, in growing portions. */
const possible = async function* (
  ctx: Context,
  words: readonly string[],
  scope: SearchScope,
): AsyncGenerator<readonly number[]> {
  const indexed = indexedWords(words);
  let before = Number.MAX_SAFE_INTEGER;
  let looked = 0;
  for (let limit = firstAtOnce(scope); ; limit = Math.min(limit * 2, MAX_AT_ONCE)) {
    const ids =
      indexed.length === 0
        ? await selectNewestIds(ctx.db, { before, limit }, scope)
        : await newestMatches(ctx.db, 'case_search', { words: indexed, demand: 'all', before, limit });
    yield ids;
    const last = ids.at(-1);
    looked += ids.length;
    const isEnough = looked >= MAX_LOOKED_THROUGH && indexed.length < words.length;
    if (last === undefined || ids.length < limit || isEnough) return;
    before = last;
    await nextTurn();
  }
};
