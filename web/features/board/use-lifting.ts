import {
  type Announcements,
  type CollisionDetection,
  closestCenter,
  KeyboardCode,
  type KeyboardCoordinateGetter,
  KeyboardSensor,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardCase } from './board.queries.ts';
import type { BoardColumn } from './board-column.ts';

/** How far a mouse goes before it drags, in pixels; less is a click. */
const MOUSE_DISTANCE = 6;
/** How long a finger rests before it drags, in milliseconds; earlier it scrolls. */
const TOUCH_DELAY_MS = 220;
const TOUCH_TOLERANCE = 8;

/** With mouse, finger and keyboard. */
export const useBoardSensors = () =>
  useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: MOUSE_DISTANCE } }),
    useSensor(TouchSensor, { activationConstraint: { delay: TOUCH_DELAY_MS, tolerance: TOUCH_TOLERANCE } }),
    useSensor(KeyboardSensor, { coordinateGetter: nextColumn, scrollBehavior: 'auto' }),
  );

/** The arrows take a card to the next column on that side. */
const nextColumn: KeyboardCoordinateGetter = (event, { context, currentCoordinates }) => {
  const { droppableContainers, over, active } = context;
  const direction = event.code === KeyboardCode.Right ? 1 : event.code === KeyboardCode.Left ? -1 : 0;
  if (direction === 0 || active === null) return undefined;
  event.preventDefault();
  // Where they are now: the page may have scrolled since they were measured.
  const columns = droppableContainers
    .getEnabled()
    .flatMap(({ id, node: { current } }) => (current === null ? [] : [{ id, box: current.getBoundingClientRect() }]))
    .toSorted((one, other) => one.box.left - other.box.left);
  const from = over?.id ?? active.data.current?.['columnId'];
  const next = columns[columns.findIndex(({ id }) => id === from) + direction];
  return next === undefined ? undefined : { x: next.box.left, y: currentCoordinates.y };
};

/** The column under the pointer; for the keyboard the one that the card lies on. */
export const columnUnder: CollisionDetection = (asked) =>
  asked.pointerCoordinates === null ? closestCenter(asked) : pointerWithin(asked);

/** What is told to those who do not see it. */
export const useAnnouncements = (columns: readonly BoardColumn[]): Announcements => {
  const { t } = useTranslation();
  const nameOf = (id: string | number | undefined): string => columns.find((column) => column.id === id)?.name ?? '';
  const hasLeft = useRef(false);
  const told = (active: { readonly data: { readonly current?: unknown } }) => {
    const { card, columnId } = active.data.current as { readonly card: BoardCase; readonly columnId: string };
    return { id: card.id, columnId, from: nameOf(columnId) };
  };
  return {
    onDragStart: ({ active }) => {
      const { id, from } = told(active);
      hasLeft.current = false;
      return t('board.lifted', { id, column: from });
    },
    onDragOver: ({ active, over }) => {
      const { id, columnId } = told(active);
      // Where it was picked up has just been told.
      if (!hasLeft.current && over?.id === columnId) return undefined;
      hasLeft.current = true;
      return over === null ? t('board.overNothing', { id }) : t('board.over', { id, column: nameOf(over.id) });
    },
    onDragEnd: ({ active, over }) =>
      t(over === null ? 'board.putBack' : 'board.dropped', { id: told(active).id, column: nameOf(over?.id) }),
    onDragCancel: ({ active }) => t('board.putBack', { id: told(active).id }),
  };
};
