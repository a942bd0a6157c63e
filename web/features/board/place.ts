import { type CollisionDetection, closestCenter, pointerWithin } from '@dnd-kit/core';
import type { BoardColumn } from './board-column.ts';

/** Where something can be dropped: a cell, or a lane of which no cells are shown. */
export interface Place {
  readonly lane: BoardColumn | undefined;
  /** Undefined for a whole lane: cards stay in their columns there. */
  readonly column: BoardColumn | undefined;
}

/** How far inside a card the point is by which the keyboard puts it somewhere, in pixels. */
const INSET = 6;

const underCorner: CollisionDetection = ({ collisionRect: { left, top }, droppableRects, droppableContainers }) => {
  const [x, y] = [left + INSET, top + INSET];
  return droppableContainers
    .filter(({ id }) => {
      const box = droppableRects.get(id);
      return box !== undefined && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
    })
    .map((droppableContainer) => ({ id: droppableContainer.id, data: { droppableContainer, value: 0 } }));
};

/** The place under the pointer; for the keyboard the one that the beginning of the card lies on. */
export const placeUnder: CollisionDetection = (asked) => {
  if (asked.pointerCoordinates !== null) return pointerWithin(asked);
  const found = underCorner(asked);
  return found.length > 0 ? found : closestCenter(asked);
};
