/** What the index knows of a row. */
export interface ListEntry {
  readonly id: number;
  /** What rows are sorted by, before their IDs. */
  readonly at: number;
  /** The value of each column; 0 is none. */
  readonly values: readonly number[];
}

/** Which rows. */
export interface RowQuery {
  /** Columns by number, each with the value that rows must have there; not 0. */
  readonly conditions: readonly { readonly column: number; readonly value: number }[];
  /** A column whose value must be one of these. */
  readonly within?: { readonly column: number; readonly values: readonly number[] } | undefined;
  /** Columns whose value must be one of these, or none of these; 0 is no value. */
  readonly tests?: readonly ColumnTest[] | undefined;
  /** Only rows with these IDs. */
  readonly among?: ReadonlySet<number> | undefined;
  /** Only rows that come later in the list, which is further back in time. */
  readonly after?: Row | undefined;
  /** Only rows with at least this `at`. */
  readonly from?: number | undefined;
}

/** Which rows, and which part of their list. */
export interface ListQuery extends RowQuery {
  readonly offset: number;
  readonly length: number;
}

interface ColumnTest {
  readonly column: number;
  readonly values: readonly number[];
  readonly isExcluded: boolean;
}

/** The place of a row in the list. */
export type Row = Pick<ListEntry, 'id' | 'at'>;

/** Whether a row comes after a place in ascending order. */
export const isAfter = (row: Row, at: number, id: number): boolean => row.at > at || (row.at === at && row.id > id);
