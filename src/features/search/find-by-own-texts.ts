import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Context } from '../../platform/context.ts';
import { isIndexed, newestMatches } from '../../platform/database/text-search.ts';
import { casesWithIds } from '../cases/cases-with-ids.ts';
import { havingWords } from './having-words.ts';
import { type Candidate, type SearchScope, selectCandidates, selectNewestIds } from './search.store.ts';

/** How many cases are looked at in one turn; others wait meanwhile. */
const CASES_AT_ONCE = 200;
/** How many cases are looked through, the newest ones, for words that no index can find. */
const MAX_LOOKED_THROUGH = 20_000;

interface FindByOwnTexts {
  readonly words: readonly string[];
  readonly scope: SearchScope;
}

/** The cases whose own texts have all the words (words of one or two characters also in comments), newest first. */
export const findByOwnTexts = async function* (
  ctx: Context,
  { words, scope }: FindByOwnTexts,
): AsyncGenerator<readonly Candidate[]> {
  const indexed = words.filter(isIndexed);
  let before = Number.MAX_SAFE_INTEGER;
  for (let looked = 0; looked < MAX_LOOKED_THROUGH || indexed.length === words.length; looked += CASES_AT_ONCE) {
    const window = { before, limit: CASES_AT_ONCE };
    const ids =
      indexed.length === 0
        ? await selectNewestIds(ctx.db, window, scope)
        : await newestMatches(ctx.db, 'case_search', { words: indexed, demand: 'all', ...window });
    const candidates = ids.length === 0 ? [] : await selectCandidates(ctx.db, ids, scope);
    yield indexed.length === words.length ? candidates : await confirmed(ctx, candidates, words);
    const last = ids.at(-1);
    if (last === undefined || ids.length < CASES_AT_ONCE) return;
    before = last;
    await nextTurn();
  }
};

const confirmed = async (ctx: Context, candidates: readonly Candidate[], words: readonly string[]) => {
  const cases = await casesWithIds(ctx, { ids: candidates.map(({ id }) => id) });
  const having = new Set((await havingWords(ctx, cases, words)).map(({ id }) => id));
  return candidates.filter(({ id }) => having.has(id));
};
