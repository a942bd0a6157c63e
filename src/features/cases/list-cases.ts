import { invalidField } from '../../kernel/errors.ts';
import type { Page } from '../../kernel/page.ts';
import type { Context } from '../../platform/context.ts';
import { wordsOf } from '../../platform/database/text-search.ts';
import { visibleSpaceIds } from '../spaces/space-access.ts';
import type { Case } from './case.ts';
import type { CaseFilter, CaseSort } from './case-list.ts';
import { findInMemory } from './case-order.ts';
import { selectCases, selectCasesWithIds } from './list-cases.store.ts';
import { selectCasesWithWords } from './list-cases-with-words.store.ts';

interface ListCases {
  readonly filter: CaseFilter;
  readonly sort: CaseSort;
  readonly page: Page;
}

/** The longest keyword, in characters, and the most different words in it. */
const MAX_KEYWORD_LENGTH = 500;
const MAX_KEYWORD_WORDS = 20;

/**
 * One page of the cases that whoever acts can see and that fulfil every condition of the filter. Throws FIELDS_INVALID
 * when the keyword is too long.
 */
export const listCases = async (ctx: Context, { filter, sort, page }: ListCases): Promise<Case[]> => {
  const { keyword = '', ...ids } = filter;
  const spaceIds = await visibleSpaceIds(ctx);
  const words = searchedWords(keyword);
  const select = { filter: ids, sort, page, spaceIds };
  if (words.length > 0) return selectCasesWithWords(ctx.db, { ...select, words });
  const known = findInMemory(ctx, select);
  return known === undefined ? selectCases(ctx.db, select) : selectCasesWithIds(ctx.db, known);
};

const searchedWords = (keyword: string): string[] => {
  const words = keyword.length > MAX_KEYWORD_LENGTH ? undefined : wordsOf(keyword);
  if (words !== undefined && words.length <= MAX_KEYWORD_WORDS && words.join(' ').length <= MAX_KEYWORD_LENGTH) {
    return words;
  }
  const limits = `${MAX_KEYWORD_LENGTH} characters and ${MAX_KEYWORD_WORDS} words`;
  throw invalidField('keyword', `must have at most ${limits}`);
};
