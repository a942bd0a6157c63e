import { DndContext, type DragEndEvent, KeyboardSensor, PointerSensor, useSensor, useSensors } from '@dnd-kit/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** How far a pointer moves until it drags, in pixels: less is a press. */
const DRAG_PX = 4;

interface SortAreaProps {
  readonly things: readonly { readonly id: number; readonly name: string }[];
  readonly onMove: (from: number, to: number) => void;
  readonly children: ReactNode;
}

/** Where things are dragged to other places, by pointer or by keyboard. */
export const SortArea = ({ things, onMove, children }: SortAreaProps) => {
  const { t } = useTranslation();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: DRAG_PX } }),
    useSensor(KeyboardSensor),
  );
  const indexOf = (id: unknown): number => things.findIndex((thing) => thing.id === id);
  const nameOf = (id: unknown): string => things[indexOf(id)]?.name ?? '';
  const drop = ({ active, over }: DragEndEvent): void => {
    if (over !== null && over.id !== active.id) onMove(indexOf(active.id), indexOf(over.id));
  };
  return (
    <DndContext
      sensors={sensors}
      onDragEnd={drop}
      accessibility={{
        screenReaderInstructions: { draggable: t('choice.dragging.how') },
        announcements: {
          onDragStart: ({ active }) => t('choice.dragging.start', { name: nameOf(active.id) }),
          onDragOver: ({ active, over }) =>
            t('choice.dragging.over', { name: nameOf(active.id), other: nameOf(over?.id) }),
          onDragEnd: ({ active }) => t('choice.dragging.end', { name: nameOf(active.id) }),
          onDragCancel: ({ active }) => t('choice.dragging.cancel', { name: nameOf(active.id) }),
        },
      }}
    >
      {children}
    </DndContext>
  );
};
