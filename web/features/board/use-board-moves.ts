import type { DragEndEvent, DragStartEvent } from '@dnd-kit/core';
import { useState } from 'react';
import { type BoardAxes, type BoardCell, canTake, cellOf } from './board-cell.ts';
import type { BoardFrame, Lifted } from './board-frame.ts';
import { useMoveCase, useMovesUnderWay } from './move-case.ts';
import type { Place } from './place.ts';
import { useFollowedFocus } from './use-followed-focus.ts';

/** Whether cases can be put into other columns, and into other lanes. */
export interface MovableAlong {
  readonly columns: boolean;
  readonly lanes: boolean;
}

interface BoardMoves {
  readonly axes: BoardAxes;
  /** All places of the board. */
  readonly cells: readonly BoardCell[];
  readonly mayMove: MovableAlong;
}

/** Lifts cards and puts them down elsewhere: what the parts of the board are told of it, and what hears of dragging. */
export const useBoardMoves = ({ axes, cells, mayMove }: BoardMoves) => {
  const send = useMoveCase();
  const moves = useMovesUnderWay(axes);
  const follow = useFollowedFocus();
  const [lifted, setLifted] = useState<Lifted>();
  const isTarget = ({ card, cell }: Lifted, to: BoardCell): boolean =>
    to.id !== cell.id &&
    canTake(to, card, axes) &&
    (mayMove.columns || to.column.id === cell.column.id) &&
    (mayMove.lanes || to.lane?.id === cell.lane?.id);
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
  const targetsOf = (from: Lifted) => cells.filter((cell) => isTarget(from, cell));
  const frame: BoardFrame = { axes, moves, lifted, isTarget, move, targetsOf };
  return {
    frame,
    dragging: {
      onDragStart: ({ active }: DragStartEvent) => setLifted(active.data.current as Lifted),
      onDragEnd: drop,
      onDragCancel: () => setLifted(undefined),
    },
  };
};
