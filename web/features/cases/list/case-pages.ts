/** A page of a list that goes on: where it begins, and how many cases are on it as soon as that is known. */
export interface PageMark {
  /** Undefined for the first one. */
  readonly cursor: string | undefined;
  readonly size: number | undefined;
}

/** A page as the server has answered it. */
export interface AnsweredPage {
  readonly index: number;
  readonly size: number;
  readonly next: string | null;
}

/** How many rows a page has as long as it is on its way. */
const EXPECTED_ROWS = 20;

/** A list of which nothing is known. */
export const unread: readonly PageMark[] = [{ cursor: undefined, size: undefined }];

/** What is known of the pages after one was answered; the same array when it tells nothing new. */
export const marksAfter = (marks: readonly PageMark[], { index, size, next }: AnsweredPage): readonly PageMark[] => {
  const mark = marks[index];
  if (mark === undefined) return marks;
  const following = marks[index + 1];
  const isKnown = mark.size === size && (following?.cursor ?? null) === next;
  if (isKnown) return marks;
  const before = [...marks.slice(0, index), { ...mark, size }];
  if (next === null) return before;
  // The pages behind it are where they were, or are put right when they are come to.
  return [...before, { cursor: next, size: following?.size }, ...marks.slice(index + 2)];
};

/** How many rows there are, as far as is known. */
export const rowsOf = (marks: readonly PageMark[]): number =>
  marks.reduce((sum, { size = EXPECTED_ROWS }) => sum + size, 0);

/** Where a row is. */
export const placeOfRow = (marks: readonly PageMark[], row: number): { readonly page: number; readonly at: number } => {
  let at = row;
  for (const [page, { size = EXPECTED_ROWS }] of marks.entries()) {
    if (at < size) return { page, at };
    at -= size;
  }
  return { page: marks.length - 1, at };
};
