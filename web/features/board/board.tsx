import { DndContext, type DragEndEvent, DragOverlay, type DragStartEvent } from '@dnd-kit/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { narrowedQuery } from '../cases/query/narrowed-query.ts';
import styles from './board.module.css';
import { countsQuery } from './board.queries.ts';
import { type BoardAxes, type BoardCell, canTake, cellOf } from './board-cell.ts';
import { type BoardColumn, type Counts, countOf, strangersTo, termOf } from './board-column.ts';
import { BoardFrameProvider, type Lifted } from './board-frame.ts';
import cardStyles from './card.module.css';
import { CardFace } from './card-face.tsx';
import { Column } from './column.tsx';
import { handleOf } from './handle.ts';
import { Lanes } from './lanes.tsx';
import { useMoveCase, useMovesUnderWay } from './move-case.ts';
import { type Place, placeUnder } from './place.ts';
import { useCardSteps } from './use-card-steps.ts';
import { useAnnouncements, useBoardSensors } from './use-lifting.ts';

interface BoardProps {
  readonly spaceId: number;
  readonly axes: BoardAxes;
  readonly query: string;
  readonly sort: string;
  readonly columns: readonly BoardColumn[];
  readonly lanes: readonly BoardColumn[];
  /** Whether cases can be put into other columns, and into other lanes. */
  readonly mayMove: { readonly columns: boolean; readonly lanes: boolean };
}

/** The cases of a space in columns, and where that is wanted in lanes, between which they can be moved. */
export const Board = ({ spaceId, axes, query, sort, mayMove, ...known }: BoardProps) => {
  const { t } = useTranslation();
  const { by, lanesBy } = axes;
  const inSpace = [`space:${spaceId}`];
  const within = (terms: readonly string[]) => narrowedQuery(query, { terms: [...inSpace, ...terms], sort });
  const asked = narrowedQuery(query, { terms: inSpace });
  const { data: counts } = useQuery(countsQuery(asked, `${by}Id`));
  const { data: laneCounts } = useQuery(countsQuery(asked, `${lanesBy ?? by}Id`));
  const columns = [...known.columns, ...strangersTo(known.columns, counts?.items ?? [], by)];
  const lanes =
    lanesBy === undefined ? undefined : [...known.lanes, ...strangersTo(known.lanes, laneCounts?.items ?? [], lanesBy)];
  const cells = (lanes ?? [undefined]).flatMap((lane) => columns.map((column) => cellOf(column, lane)));
  const isTarget = ({ card, cell }: Lifted, to: BoardCell): boolean =>
    to.id !== cell.id &&
    canTake(to, card, axes) &&
    (mayMove.columns || to.column.id === cell.column.id) &&
    (mayMove.lanes || to.lane?.id === cell.lane?.id);
  const send = useMoveCase();
  const [lifted, setLifted] = useState<Lifted>();
  const follow = useFocusThatFollows();
  const board = useRef<HTMLDivElement>(null);
  const move = ({ card, cell }: Lifted, to: BoardCell): void => {
    follow(card.id);
    send({ card, axes, from: cell, to });
  };
  const drop = ({ active, over }: DragEndEvent): void => {
    const dropped = active.data.current as Lifted;
    const place = over?.data.current as Place | undefined;
    const to = place && cellOf(place.column ?? dropped.cell.column, place.lane);
    setLifted(undefined);
    if (to !== undefined && isTarget(dropped, to)) move(dropped, to);
    else follow(dropped.card.id);
  };
  const frame = {
    ...{ axes, moves: useMovesUnderWay(axes), lifted, isTarget, move },
    targetsOf: (from: Lifted) => cells.filter((cell) => isTarget(from, cell)),
  };
  return (
    <BoardFrameProvider value={frame}>
      <DndContext
        sensors={useBoardSensors()}
        collisionDetection={placeUnder}
        accessibility={{
          announcements: useAnnouncements(),
          screenReaderInstructions: {
            draggable: t(lanes === undefined ? 'board.instructions' : 'board.instructionsLanes'),
          },
          restoreFocus: false,
        }}
        onDragStart={({ active }: DragStartEvent) => setLifted(active.data.current as Lifted)}
        onDragEnd={drop}
        onDragCancel={() => setLifted(undefined)}
      >
        <div className={lanes === undefined ? styles.board : styles.lanes} ref={board} {...useCardSteps(board)}>
          {lanes === undefined ? (
            columns.map((column) => (
              <Column
                key={column.id}
                cell={cellOf(column, undefined)}
                query={within([termOf(column, by)])}
                count={counts && countOf(counts, column)}
              />
            ))
          ) : (
            <Lanes
              lanes={lanes.filter((lane) => isThere(lane, laneCounts))}
              columns={columns.filter((column) => isThere(column, counts))}
              countOf={(lane) => laneCounts && countOf(laneCounts, lane)}
              countOfColumn={(column) => counts && countOf(counts, column)}
              within={within}
            />
          )}
        </div>
        <DragOverlay dropAnimation={null}>
          {lifted && (
            <div className={cardStyles.card} data-lifted>
              <CardFace card={lifted.card} />
            </div>
          )}
        </DragOverlay>
      </DndContext>
    </BoardFrameProvider>
  );
};

const isThere = (axis: BoardColumn, counts: Counts | undefined): boolean =>
  !axis.isFading || (counts !== undefined && countOf(counts, axis) > 0);

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
