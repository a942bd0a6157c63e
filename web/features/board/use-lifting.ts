import {
  type Active,
  type Announcements,
  KeyboardSensor,
  MouseSensor,
  type Over,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { cellOf } from './board-cell.ts';
import type { Lifted } from './board-frame.ts';
import { useCellName } from './cell-name.ts';
import { nextPlace } from './next-place.ts';
import type { Place } from './place.ts';

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
    useSensor(KeyboardSensor, { coordinateGetter: nextPlace, scrollBehavior: 'auto' }),
  );

/** What is told to those who do not see it. */
export const useAnnouncements = (): Announcements => {
  const { t } = useTranslation();
  const cellName = useCellName();
  const hasLeft = useRef(false);
  const liftedBy = ({ data }: Active): Lifted => data.current as Lifted;
  const nameOf = (active: Active, over: Over | null): string => {
    const place = over?.data.current as Place | undefined;
    return place === undefined ? '' : cellName(cellOf(place.column ?? liftedBy(active).cell.column, place.lane));
  };
  return {
    onDragStart: ({ active }) => {
      const { card, cell } = liftedBy(active);
      hasLeft.current = false;
      return t('board.lifted', { id: card.id, column: cellName(cell) });
    },
    onDragOver: ({ active, over }) => {
      const { card, cell } = liftedBy(active);
      // Where it was picked up has just been told.
      if (!hasLeft.current && over?.id === cell.id) return undefined;
      hasLeft.current = true;
      const id = card.id;
      return over === null ? t('board.overNothing', { id }) : t('board.over', { id, column: nameOf(active, over) });
    },
    onDragEnd: ({ active, over }) =>
      t(over === null ? 'board.putBack' : 'board.dropped', {
        id: liftedBy(active).card.id,
        column: nameOf(active, over),
      }),
    onDragCancel: ({ active }) => t('board.putBack', { id: liftedBy(active).card.id }),
  };
};
