import { invalidField } from '../../kernel/errors.ts';
import type { Page } from '../../kernel/page.ts';
import type { Context } from '../../platform/context.ts';
import { wordsOf } from '../../platform/database/text-search.ts';
import { visibleSpaceIds } from '../spaces/space-access.ts';
import type { Case } from './case.ts';
import type { CaseFilter, CaseSort } from './case-list.ts';
import { selectCases } from './list-cases.store.ts';

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
  return selectCases(ctx.db, { filter: ids, words: searchedWords(keyword), sort, page, spaceIds });
};

const searchedWords = (keyword: string): string[] => {
  const words = keyword.length > MAX_KEYWORD_LENGTH ? undefined : wordsOf(keyword);
  if (words !== undefined && words.length <= MAX_KEYWORD_WORDS && words.join(' ').length <= MAX_KEYWORD_LENGTH) {
    return words;
  }
  const limits = `${MAX_KEYWORD_LENGTH} characters and ${MAX_KEYWORD_WORDS} words`;
  throw invalidField('keyword', `must have at most ${limits}`);
};
