import { useDraggable, useDroppable } from '@dnd-kit/core';
import { ActionIcon } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './sortable.module.css';

/** What a row needs to be dragged, and to have others dropped on it. */
export const useSortable = (id: number) => {
  const {
    setNodeRef: draggable,
    listeners,
    attributes,
    transform,
    setActivatorNodeRef,
    isDragging,
  } = useDraggable({ id });
  const { setNodeRef: droppable, isOver, active } = useDroppable({ id });
  const style: CSSProperties | undefined = transform === null ? undefined : { translate: `0 ${transform.y}px` };
  const isTarget = isOver && active?.id !== id;
  return {
    rowRef: (element: HTMLElement | null) => {
      draggable(element);
      droppable(element);
    },
    style,
    className: isDragging ? styles.dragged : isTarget ? styles.target : undefined,
    handle: { ref: setActivatorNodeRef, ...attributes, ...listeners },
  };
};

interface HandleProps {
  readonly name: string;
  readonly handle: ReturnType<typeof useSortable>['handle'];
  readonly children?: ReactNode;
}

/** What one takes hold of to drag a row. */
export const Handle = ({ name, handle }: HandleProps) => {
  const { t } = useTranslation();
  return (
    <ActionIcon
      {...handle}
      variant="subtle"
      color="gray"
      size="sm"
      className={styles.handle}
      aria-label={t('choice.drag', { name })}
    >
      <IconGripVertical size={14} aria-hidden />
    </ActionIcon>
  );
};
