import { useDraggable } from '@dnd-kit/core';
import { ActionIcon } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PeekButton } from '../cases/panel/peek-button.tsx';
import { usePeek } from '../cases/panel/use-peek.ts';
import type { BoardCase } from './board.queries.ts';
import type { BoardCell } from './board-cell.ts';
import { useBoardFrame } from './board-frame.ts';
import styles from './card.module.css';
import { CardFace } from './card-face.tsx';
import { handleOf } from './handle.ts';
import { MoveMenu } from './move-menu.tsx';

interface BoardCardProps {
  readonly card: BoardCase;
  /** Where it is. */
  readonly cell: BoardCell;
}

/** A case on the board: dragged anywhere with mouse and touch, with the keyboard by its handle; or moved by its menu. */
export const BoardCard = ({ card, cell }: BoardCardProps) => {
  const { t } = useTranslation();
  const peek = usePeek();
  const targets = useBoardFrame().targetsOf({ card, cell });
  const isFixed = targets.length === 0;
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, isDragging } = useDraggable({
    id: card.id,
    disabled: isFixed,
    data: { card, cell },
    attributes: { roleDescription: t('board.draggable') },
  });
  // The keyboard lifts a card by its handle, so that Enter on the title still opens the case.
  const { onKeyDown, ...pointers } = listeners ?? {};
  return (
    <article
      ref={setNodeRef}
      {...pointers}
      aria-label={t('case.number', { id: card.id })}
      className={styles.card}
      data-case={card.id}
      data-peekable
      aria-current={peek.caseId === card.id || undefined}
      data-movable={!isFixed || undefined}
      data-moving={isDragging || undefined}
    >
      <CardFace
        card={card}
        tools={
          <>
            <PeekButton caseId={card.id} onPeek={() => peek.show(card.id)} />
            {!isFixed && (
              <>
                <ActionIcon
                  ref={setActivatorNodeRef}
                  {...attributes}
                  onKeyDown={(event) => onKeyDown?.(event)}
                  id={handleOf(card.id)}
                  variant="subtle"
                  color="gray"
                  size={24}
                  aria-label={t('board.handle', { id: card.id })}
                  style={{ cursor: 'grab' }}
                >
                  <IconGripVertical size={14} aria-hidden />
                </ActionIcon>
                <MoveMenu lifted={{ card, cell }} targets={targets} />
              </>
            )}
          </>
        }
      />
    </article>
  );
};
