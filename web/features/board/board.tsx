import { DndContext, DragOverlay } from '@dnd-kit/core';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { narrowedQuery } from '../cases/query/narrowed-query.ts';
import styles from './board.module.css';
import { countsQuery } from './board.queries.ts';
import { type BoardAxes, cellOf } from './board-cell.ts';
import { type BoardColumn, type Counts, countOf, strangersTo, termOf } from './board-column.ts';
import { BoardFrameProvider } from './board-frame.ts';
import cardStyles from './card.module.css';
import { CardFace } from './card-face.tsx';
import { Column } from './column.tsx';
import { Lanes } from './lanes.tsx';
import { placeUnder } from './place.ts';
import { type MovableAlong, useBoardMoves } from './use-board-moves.ts';
import { useCardSteps } from './use-card-steps.ts';
import { useAnnouncements, useBoardSensors } from './use-lifting.ts';

interface BoardProps {
  readonly spaceId: number;
  readonly axes: BoardAxes;
  readonly query: string;
  readonly sort: string;
  readonly columns: readonly BoardColumn[];
  readonly lanes: readonly BoardColumn[];
  readonly mayMove: MovableAlong;
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
  const { frame, dragging } = useBoardMoves({ axes, cells, mayMove });
  const board = useRef<HTMLDivElement>(null);
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
        {...dragging}
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
          {frame.lifted && (
            <div className={cardStyles.card} data-lifted>
              <CardFace card={frame.lifted.card} />
            </div>
          )}
        </DragOverlay>
      </DndContext>
    </BoardFrameProvider>
  );
};

const isThere = (axis: BoardColumn, counts: Counts | undefined): boolean =>
  !axis.isFading || (counts !== undefined && countOf(counts, axis) > 0);
