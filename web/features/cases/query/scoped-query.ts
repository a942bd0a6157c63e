import { outlineOf } from './query-terms.ts';

/** A query as it is sent, and where in what somebody wrote the places of it are. */
export interface ScopedQuery {
  readonly query: string;
  readonly placeOf: (position: number) => number;
}

const unchanged = (position: number): number => position;

/** The query about one space alone. */
export const scopedQuery = (written: string, spaceId: number | undefined): ScopedQuery => {
  if (spaceId === undefined) return { query: written, placeOf: unchanged };
  const { terms, hasAlternatives } = outlineOf(written);
  if (!hasAlternatives) return { query: `${written} space:${spaceId}`.trim(), placeOf: unchanged };
  // An OR reaches as far as it can, so parentheses keep it in; an order stands outside of them.
  const sorts = terms.filter(({ field }) => field === 'sort');
  let inner = written;
  let outer = `) space:${spaceId}`;
  const moved: { readonly from: number; readonly to: number }[] = [];
  for (const { start, end } of sorts) {
    inner = inner.slice(0, start) + ' '.repeat(end - start) + inner.slice(end);
    moved.push({ from: 1 + written.length + outer.length + 1, to: start });
    outer += ` ${written.slice(start, end)}`;
  }
  const placeOf = (position: number): number => {
    const sort = moved.findLast(({ from }) => from <= position);
    return sort === undefined ? Math.min(Math.max(position - 1, 0), written.length) : sort.to + position - sort.from;
  };
  return { query: `(${inner}${outer}`, placeOf };
};
