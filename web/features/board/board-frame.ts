import { createContext, useContext } from 'react';
import type { BoardCase } from './board.queries.ts';
import type { BoardAxes, BoardCell } from './board-cell.ts';
import type { CaseMove } from './move-case.ts';

/** What all parts of a board know. */
export interface BoardFrame {
  readonly axes: BoardAxes;
  readonly moves: readonly CaseMove[];
  /** What is being dragged, and from where. */
  readonly lifted: Lifted | undefined;
  /** Where a card can go to from where it is; nowhere for those who may not change it. */
  readonly targetsOf: (lifted: Lifted) => readonly BoardCell[];
  /** Whether that is one of them. */
  readonly isTarget: (lifted: Lifted, to: BoardCell) => boolean;
  readonly move: (lifted: Lifted, to: BoardCell) => void;
}

/** A card, and where it is. */
export interface Lifted {
  readonly card: BoardCase;
  readonly cell: BoardCell;
}

const Frame = createContext<BoardFrame | undefined>(undefined);

export const BoardFrameProvider = Frame.Provider;

/** What the board around it knows. */
export const useBoardFrame = (): BoardFrame => {
  const frame = useContext(Frame);
  if (frame === undefined) throw new Error('This is a part of a board.');
  return frame;
};
