import type { CasePatch } from '../../../src/client/index.ts';
import type { BoardCase } from './board.queries.ts';
import type { BoardColumn, BoardKey, LaneKey } from './board-column.ts';

/** What the columns and the lanes of a board stand for. */
export interface BoardAxes {
  readonly by: BoardKey;
  /** Undefined for a board without lanes. */
  readonly lanesBy: LaneKey | undefined;
}

/** Where a card can be: in a column, and where there are lanes in one of them. */
export interface BoardCell {
  /** What drag and drop and the page call it. */
  readonly id: string;
  readonly column: BoardColumn;
  readonly lane: BoardColumn | undefined;
}

/** The place where a column and a lane meet. */
export const cellOf = (column: BoardColumn, lane: BoardColumn | undefined): BoardCell => ({
  id: lane === undefined ? column.id : `${lane.id}/${column.id}`,
  column,
  lane,
});

/** Whether a case can be put there: what belongs to a project takes only the cases that are, or come to be, in it. */
export const canTake = ({ column, lane }: BoardCell, card: BoardCase, { lanesBy }: BoardAxes): boolean => {
  const projectId = lanesBy === 'project' ? (lane?.value ?? card.projectId) : card.projectId;
  return [column, lane].every((axis) => axis?.projectId === undefined || axis.projectId === projectId);
};

/** What is changed of a case on its way from one cell to another. */
export const changesBetween = (from: BoardCell, to: BoardCell, { by, lanesBy }: BoardAxes): CasePatch => ({
  ...(from.column.id === to.column.id ? {} : { [`${by}Id`]: to.column.value }),
  ...(lanesBy === undefined || from.lane?.id === to.lane?.id ? {} : { [`${lanesBy}Id`]: to.lane?.value }),
});
