import { itemsBefore, type Page } from '../../kernel/page.ts';
import type { Context } from '../../platform/context.ts';
import type { Case } from '../cases/case.ts';
import { casesWithIds } from '../cases/cases-with-ids.ts';
import { visibleSpaceIds } from '../spaces/space-access.ts';
import { numberIn } from './case-with-number.ts';
import { MAX_RESULTS, rankedMatches } from './ranked-matches.ts';
import type { SearchScope } from './search.store.ts';
import { searchedWords } from './searched-words.ts';

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
  const ids = await rankedMatches(ctx, { words, number: numberIn(keyword), scope, count: end });
  return casesWithIds(ctx, { ids: ids.slice(first, end) });
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
