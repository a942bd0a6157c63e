import { outlineOf } from './query-terms.ts';

/** A query as it is sent, and where in what somebody wrote the places of it are. */
export interface ScopedQuery {
  readonly query: string;
  readonly placeOf: (position: number) => number;
}

const unchanged = (position: number): number => position;

/** The query about one space alone. */
export const scopedQuery = (written: string, spaceId: number | undefined): ScopedQuery =>
  spaceId === undefined ? { query: written, placeOf: unchanged } : narrowedQuery(written, `space:${spaceId}`);

/** The query about those cases alone that also meet a condition. */
export const narrowedQuery = (written: string, condition: string): ScopedQuery => {
  const { terms, hasAlternatives } = outlineOf(written);
  if (!hasAlternatives) return { query: `${written} ${condition}`.trim(), placeOf: unchanged };
  // An OR reaches as far as it can, so parentheses keep it in; an order stands outside of them.
  const sorts = terms.filter(({ field }) => field === 'sort');
  let inner = written;
  let outer = `) ${condition}`;
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
