import { useDroppable } from '@dnd-kit/core';
import type { BoardCell } from './board-cell.ts';
import { useBoardFrame } from './board-frame.ts';

/** Makes an element the place where cards are dropped into a cell, and shows what would become of that. */
export const useDropPlace = (cell: BoardCell) => {
  const { lifted, isTarget } = useBoardFrame();
  const isRefusing = lifted !== undefined && lifted.cell.id !== cell.id && !isTarget(lifted, cell);
  const { setNodeRef, isOver } = useDroppable({
    id: cell.id,
    disabled: isRefusing,
    data: { lane: cell.lane, column: cell.column },
  });
  return { ref: setNodeRef, 'data-over': isOver || undefined, 'data-refusing': isRefusing || undefined };
};
