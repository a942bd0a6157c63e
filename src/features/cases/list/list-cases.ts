import type { Page } from '../../../kernel/page.ts';
import type { Context } from '../../../platform/context.ts';
import { searchedWords } from '../../search/searched-words.ts';
import { visibleSpaceIds } from '../../spaces/space-access.ts';
import type { Case } from '../case.ts';
import type { CaseFilter, CaseSort } from './case-list.ts';
import { listCasesWithWords } from './list-cases-with-words.ts';
import { listPage } from './list-page.ts';

interface ListCases {
  readonly filter: CaseFilter;
  readonly sort: CaseSort;
  readonly page: Page;
}

/**
 * One page of the cases that whoever acts can see and that fulfil every condition of the filter. Throws FIELDS_INVALID
 * when the keyword is too long.
 */
export const listCases = async (ctx: Context, { filter, sort, page }: ListCases): Promise<Case[]> => {
  const { keyword = '', ...ids } = filter;
  const spaceIds = await visibleSpaceIds(ctx);
  const words = searchedWords(keyword);
  const select = { filter: ids, sort, page, spaceIds };
  return words.length === 0 ? listPage(ctx, select) : listCasesWithWords(ctx, { ...select, words });
};
