import { replaced } from './query-edit.ts';
import { outlineOf } from './query-terms.ts';

/** What lists can be sorted by. */
export const sortKeys = ['updated', 'created', 'number', 'title', 'priority', 'status', 'assignee', 'due'] as const;
export type SortKey = (typeof sortKeys)[number];

/** The first key of an order; `isDescending` from the largest to the smallest. */
export interface Sort {
  readonly key: SortKey;
  readonly isDescending: boolean;
}

/** Newest change first: the order of lists that name none. */
const USUAL: Sort = { key: 'updated', isDescending: true };
/** What people want to see the newest or the most urgent of first. */
const descendingFirst: ReadonlySet<SortKey> = new Set<SortKey>(['updated', 'created', 'number', 'priority']);

const sortTerms = (query: string) => outlineOf(query).terms.filter(({ field }) => field === 'sort');

/** The order that a query says; the usual one when it says none. */
export const sortOf = (query: string): Sort => {
  const written = sortTerms(query)[0]?.values[0]?.text ?? '';
  const name = written.replace(/^-/u, '').toLowerCase();
  const key = sortKeys.find((each) => each === name);
  return key === undefined ? USUAL : { key, isDescending: written.startsWith('-') };
};

/** The query in the order of this key; the other way round when it is so already. */
export const sortedBy = (query: string, key: SortKey): string => {
  const now = sortOf(query);
  const isDescending = now.key === key ? !now.isDescending : descendingFirst.has(key);
  const unsorted = sortTerms(query)
    .toReversed()
    .reduce((rest, term) => replaced(rest, term), query);
  return `${unsorted.trim()} sort:${isDescending ? '-' : ''}${key}`.trim();
};
