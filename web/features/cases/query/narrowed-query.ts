import { outlineOf } from './query-terms.ts';

interface Narrowing {
  /** Terms that must be fulfilled as well. */
  readonly terms: readonly string[];
  /** The order unless the query names one. */
  readonly sort?: string | undefined;
}

/** A query about only those cases of another one that fulfil more terms, whatever the other one says. */
export const narrowedQuery = (query: string, { terms, sort }: Narrowing): string => {
  const written = outlineOf(query).terms.filter(({ field }) => field === 'sort');
  const conditions = written
    .reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), query)
    .trim();
  const before = conditions === '' ? [] : [`(${conditions})`];
  const usual = sort === undefined ? [] : [`sort:${sort}`];
  const order = written.length > 0 ? written.map(({ start, end }) => query.slice(start, end)) : usual;
  return [...before, ...terms, ...order].join(' ');
};
