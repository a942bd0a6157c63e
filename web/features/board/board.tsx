import { DndContext, type DragEndEvent, DragOverlay, type DragStartEvent } from '@dnd-kit/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { narrowedQuery } from '../cases/query/narrowed-query.ts';
import styles from './board.module.css';
import { type BoardCase, countsQuery } from './board.queries.ts';
import { type BoardColumn, type BoardKey, termOf } from './board-column.ts';
import cardStyles from './card.module.css';
import { CardFace } from './card-face.tsx';
import { Column } from './column.tsx';
import { handleOf } from './handle.ts';
import { useMoveCase, useMovesUnderWay } from './move-case.ts';
import { useCardSteps } from './use-card-steps.ts';
import { columnUnder, useAnnouncements, useBoardSensors } from './use-lifting.ts';

interface BoardProps {
  readonly spaceId: number;
  readonly by: BoardKey;
  readonly query: string;
  readonly sort: string;
  readonly columns: readonly BoardColumn[];
  readonly mayMove: boolean;
}

/** The cases of a space in columns, between which they can be moved. */
export const Board = ({ spaceId, by, query, sort, columns: known, mayMove }: BoardProps) => {
  const { t } = useTranslation();
  const inSpace = [`space:${spaceId}`];
  const { data: counts } = useQuery(countsQuery(narrowedQuery(query, { terms: inSpace }), `${by}Id`));
  const columns = [...known, ...strangers(known, counts?.items ?? [], by)];
  const moves = useMovesUnderWay(by);
  const move = useMoveCase();
  const [lifted, setLifted] = useState<BoardCase>();
  const follow = useFocusThatFollows();
  const board = useRef<HTMLDivElement>(null);
  const put = (card: BoardCase, to: BoardColumn): void => {
    follow(card.id);
    move({ card, by, to });
  };
  const drop = ({ active, over }: DragEndEvent): void => {
    const { card, columnId } = active.data.current as { readonly card: BoardCase; readonly columnId: string };
    const to = columns.find(({ id }) => id === over?.id);
    setLifted(undefined);
    if (to !== undefined && to.id !== columnId) put(card, to);
    else follow(card.id);
  };
  return (
    <DndContext
      sensors={useBoardSensors()}
      collisionDetection={columnUnder}
      accessibility={{
        announcements: useAnnouncements(columns),
        screenReaderInstructions: { draggable: t('board.instructions') },
        restoreFocus: false,
      }}
      onDragStart={({ active }: DragStartEvent) => setLifted(active.data.current?.['card'] as BoardCase)}
      onDragEnd={drop}
      onDragCancel={() => setLifted(undefined)}
    >
      <div className={styles.board} ref={board} {...useCardSteps(board)}>
        {columns.map((column) => (
          <Column
            key={column.id}
            {...{ column, by, moves, lifted }}
            query={narrowedQuery(query, { terms: [...inSpace, termOf(column, by)], sort })}
            count={counts && (counts.items.find(({ value }) => value === column.value)?.count ?? 0)}
            columns={mayMove ? columns : []}
            onMove={put}
          />
        ))}
      </div>
      <DragOverlay dropAnimation={null}>
        {lifted && (
          <div className={cardStyles.card} data-lifted>
            <CardFace card={lifted} by={by} />
          </div>
        )}
      </DragOverlay>
    </DndContext>
  );
};

/** Columns for what cases have but the configuration of the space does not name, as somebody who is no member. */
const strangers = (
  known: readonly BoardColumn[],
  counts: readonly { readonly value: number | null }[],
  by: BoardKey,
): BoardColumn[] =>
  counts
    .filter(({ value }) => value !== null && !known.some((column) => column.value === value))
    .map(({ value }) => ({ id: `${by}-${value}`, value, name: '', isClosed: false, isFading: true }));

/** Lets the focus stay on the handle of a case wherever it goes. */
const useFocusThatFollows = (): ((caseId: number) => void) => {
  const followed = useRef<number>(undefined);
  useEffect(() => {
    const handle = followed.current === undefined ? null : document.getElementById(handleOf(followed.current));
    if (handle === null) return;
    // Only what nobody has is taken: the focus of what is gone.
    if (document.activeElement === document.body) handle.focus();
  });
  return (caseId) => {
    followed.current = caseId;
  };
};
