import { queryParts } from './query-parts.ts';

interface Narrowing {
  /** Terms that must be fulfilled as well. */
  readonly terms: readonly string[];
  /** The order unless the query names one. */
  readonly sort?: string | undefined;
}

/** A query as it is sent, and where in what somebody wrote the places of it are. */
export interface NarrowedQuery {
  readonly query: string;
  readonly placeOf: (position: number) => number;
}

/** Something of a narrowed query, and where in what was written it begins; undefined for what was added. */
interface Piece {
  readonly text: string;
  readonly from?: number;
}

/**
 * A query about only those cases of another one that fulfil more terms, whatever the other one says: parentheses keep
 * its OR and its NOT in, and orders stand outside of them. One that is refused as it is written is left alone, so that
 * nothing around it makes it valid.
 */
export const narrowed = (written: string, { terms, sort }: Narrowing): NarrowedQuery => {
  const parts = queryParts(written);
  if (parts === undefined) return { query: written, placeOf: (position) => position };
  const asWritten = ({ start, end }: { start: number; end: number }): Piece => ({
    text: written.slice(start, end),
    from: start,
  });
  const conditions = spaced(parts.conditions.map(asWritten));
  const usual = sort === undefined ? [] : [{ text: `sort:${sort}` }];
  const outside = [
    ...terms.map((text) => ({ text })),
    ...(parts.sorts.length > 0 ? parts.sorts.map(asWritten) : usual),
  ];
  if (parts.isPlain) return together(spaced([...parts.conditions.map(asWritten), ...outside]));
  return together([
    ...(conditions.length === 0 ? [] : [{ text: '(' }, ...conditions, { text: outside.length === 0 ? ')' : ') ' }]),
    ...spaced(outside),
  ]);
};

/** As the text that is sent. */
export const narrowedQuery = (written: string, narrowing: Narrowing): string => narrowed(written, narrowing).query;

const spaced = (pieces: readonly Piece[]): readonly Piece[] =>
  pieces.flatMap((piece, index) => (index === 0 ? [piece] : [{ text: ' ' }, piece]));

const together = (pieces: readonly Piece[]): NarrowedQuery => {
  let query = '';
  const moved: { readonly to: number; readonly from: number; readonly length: number }[] = [];
  for (const { text, from } of pieces) {
    if (from !== undefined) moved.push({ to: query.length, from, length: text.length });
    query += text;
  }
  const placeOf = (position: number): number => {
    const piece = moved.findLast(({ to }) => to <= position) ?? moved[0];
    return piece === undefined ? 0 : piece.from + Math.min(Math.max(position - piece.to, 0), piece.length);
  };
  return { query, placeOf };
};
