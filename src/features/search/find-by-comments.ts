import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Context } from '../../platform/context.ts';
import { indexedWords, newestMatches } from '../../platform/database/text-search.ts';
import { casesWithIds } from '../cases/cases-with-ids.ts';
import { havingWords, wordsMissing } from './having-words.ts';
import { type Candidate, type SearchScope, selectCandidates, selectCasesOfComments } from './search.store.ts';

/** How many comments with one of the words are followed up, the newest ones, and how many cases of them at once. */
const MAX_COMMENTS = 2_000;
const CASES_AT_ONCE = 50;

interface FindByComments {
  readonly words: readonly string[];
  readonly scope: SearchScope;
}

/** The cases that have all the words, but not without their comments; highest IDs first. */
export const findByComments = async (ctx: Context, { words, scope }: FindByComments): Promise<Candidate[]> => {
  const indexed = indexedWords(words);
  if (indexed.length === 0) return [];
  const search = { words: indexed, demand: 'any', before: Number.MAX_SAFE_INTEGER, limit: MAX_COMMENTS } as const;
  const commentIds = await newestMatches(ctx.db, 'comment_search', search);
  if (commentIds.length === 0) return [];
  const caseIds = await selectCasesOfComments(ctx.db, commentIds);
  const found: Candidate[] = [];
  for (let start = 0; start < caseIds.length; start += CASES_AT_ONCE) {
    if (start > 0) await nextTurn();
    const candidates = await selectCandidates(ctx.db, caseIds.slice(start, start + CASES_AT_ONCE), scope);
    const cases = await casesWithIds(ctx, { ids: candidates.map(({ id }) => id) });
    const onlyWithComments = cases.filter((each) => wordsMissing(each, words).length > 0);
    const having = new Set((await havingWords(ctx, onlyWithComments, words)).map(({ id }) => id));
    found.push(...candidates.filter(({ id }) => having.has(id)));
  }
  return found;
};
