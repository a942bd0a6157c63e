import type { BoardCase } from './board.queries.ts';

/** What the columns of a board can stand for. */
export const boardKeys = ['status', 'assignee', 'priority', 'milestone', 'section'] as const;
export type BoardKey = (typeof boardKeys)[number];

/** One column: a value of the property that the board is by. */
export interface BoardColumn {
  /** What drag and drop and the page call it. */
  readonly id: string;
  /** The ID that cases in it have in the property; null for none. */
  readonly value: number | null;
  readonly name: string;
  /** Whether cases are closed that come here. */
  readonly isClosed: boolean;
  /** The project whose cases it can take; all when undefined. */
  readonly projectId?: number | undefined;
  /** Whether it is only shown while there are cases in it. */
  readonly isFading: boolean;
}

/** The term of the query language for the cases of a column. */
export const termOf = ({ value }: Pick<BoardColumn, 'value'>, by: BoardKey): string => `${by}:${value ?? 'none'}`;

/** Whether a case can be put into a column. */
export const canTake = ({ projectId }: BoardColumn, card: BoardCase): boolean =>
  projectId === undefined || projectId === card.projectId;
