import type { Page } from '../../kernel/page.ts';
import { pageParameters } from '../known-parameters.ts';
import { readPage } from '../page-query.ts';
import type { Query } from '../query.ts';
import { readSortOrder } from '../sort-order.ts';

interface PeopleQuery {
  readonly keyword: string;
  readonly direction: 'asc' | 'desc';
  readonly page: Page;
}

/** All that a list of people reads from the URL. */
export const peopleParameters = ['username', 'keyword', 'SortOrder', ...pageParameters] as const;

/** Reads which page of which people is asked for: clients search with `username` or `keyword`. Throws FIELDS_INVALID. */
export const readPeopleQuery = (query: Query): PeopleQuery => ({
  // Neither database can keep NUL characters in a text, so none can be found.
  keyword: (query['username'] || query['keyword'] || '').toWellFormed().replaceAll('\u0000', ' ').trim(),
  direction: readSortOrder(query),
  page: readPage(query),
});
