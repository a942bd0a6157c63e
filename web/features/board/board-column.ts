import type { StatusColor } from '../cases/status-colors.ts';

/** What the columns of a board can stand for. */
export const boardKeys = ['status', 'assignee', 'priority', 'milestone', 'section'] as const;
export type BoardKey = (typeof boardKeys)[number];

/** What the lanes of a board can stand for. */
export const laneKeys = [...boardKeys, 'project'] as const;
export type LaneKey = (typeof laneKeys)[number];

/** One column, or one lane: a value of the property that they are by. */
export interface BoardColumn {
  /** What drag and drop and the page call it. */
  readonly id: string;
  /** The ID that cases in it have in the property; null for none. */
  readonly value: number | null;
  readonly name: string;
  /** Whether cases are closed that come here. */
  readonly isClosed: boolean;
  /** That of a status which has one. */
  readonly color?: StatusColor;
  /** The project whose cases it can take; all when undefined. */
  readonly projectId?: number | undefined;
  /** Whether it is only shown while there are cases in it. */
  readonly isFading: boolean;
}

/** The term of the query language for the cases of a column or a lane. */
export const termOf = ({ value }: Pick<BoardColumn, 'value'>, by: LaneKey): string => `${by}:${value ?? 'none'}`;

/** Columns for what cases have but the configuration of the space does not name, as somebody who is no member. */
export const strangersTo = (
  known: readonly BoardColumn[],
  counts: readonly { readonly value: number | null }[],
  by: LaneKey,
): BoardColumn[] =>
  counts
    .filter(({ value }) => value !== null && !known.some((column) => column.value === value))
    .map(({ value }) => ({ id: `${by}-${value}`, value, name: '', isClosed: false, isFading: true }));

/** How many cases there are with each value of a property. */
export interface Counts {
  readonly items: readonly { readonly value: number | null; readonly count: number }[];
}

/** How many cases a column or a lane has. */
export const countOf = ({ items }: Counts, { value }: Pick<BoardColumn, 'value'>): number =>
  items.find((each) => each.value === value)?.count ?? 0;
