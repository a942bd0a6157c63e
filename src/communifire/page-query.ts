import { invalidField } from '../kernel/errors.ts';
import { itemsBefore, MAX_PAGE_LENGTH, type Page } from '../kernel/page.ts';
import type { Query } from './query.ts';

const DEFAULT_PAGE_LENGTH = 10;

/** The furthest page: beyond it the database would only count rows. */
const MAX_PAGE = 1_000_000;

/** Reads which page is asked for. Throws FIELDS_INVALID. Source: communifire-api.md section 1, paging. */
export const readPage = (query: Query): Page => ({
  number: readCount('StartPage', query['startpage'], { otherwise: 1, most: MAX_PAGE }),
  length: readCount('PageLength', query['pagelength'] || query['pagesize'], {
    otherwise: DEFAULT_PAGE_LENGTH,
    most: MAX_PAGE_LENGTH,
  }),
});

/** The same where everything is listed unless a page is asked for. Throws FIELDS_INVALID. */
export const readPageIfAsked = (query: Query): Page | undefined =>
  ['startpage', 'pagelength', 'pagesize'].some((name) => (query[name] ?? '').trim() !== '')
    ? readPage(query)
    : undefined;

/** The page that is asked for of a list that is short enough to be at hand as a whole. Throws FIELDS_INVALID. */
export const pageIfAsked = <T>(items: readonly T[], query: Query): readonly T[] => {
  const page = readPageIfAsked(query);
  return page === undefined ? items : items.slice(itemsBefore(page), itemsBefore(page) + page.length);
};

const readCount = (name: string, raw: string | undefined, { otherwise, most }: { otherwise: number; most: number }) => {
  if (raw === undefined || raw.trim() === '') return otherwise;
  const count = /^\s*\d{1,9}\s*$/u.test(raw) ? Number(raw) : 0;
  if (count < 1 || count > most) throw invalidField(name, `must be a number from 1 to ${most}`);
  return count;
};
