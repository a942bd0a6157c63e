import { notifications } from '@mantine/notifications';
import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { casekeep } from '../../server/casekeep.ts';
import { useReason } from '../../ui/reason.ts';
import { tellUndoable } from '../../ui/tell-undoable.tsx';
import { useRevert } from '../cases/timeline/use-revert.tsx';
import type { BoardCase } from './board.queries.ts';
import { type BoardAxes, type BoardCell, changesBetween } from './board-cell.ts';
import { useCellName } from './cell-name.ts';

const MOVING = ['move-case'];

/** A case on its way from one place of a board to another. */
export interface CaseMove {
  readonly card: BoardCase;
  readonly axes: BoardAxes;
  readonly from: BoardCell;
  readonly to: BoardCell;
}

/**
 * Puts a case into another column, another lane or both, in one change, and offers the way back; says why when it was
 * refused.
 */
export const useMoveCase = (): ((move: CaseMove) => void) => {
  const { t } = useTranslation();
  const reason = useReason();
  const nameOf = useCellName();
  const queryClient = useQueryClient();
  const { mutate: revert } = useRevert();
  const told = useRef<string>(undefined);
  const { mutate } = useMutation({
    mutationKey: MOVING,
    mutationFn: ({ card, from, to, axes }: CaseMove) =>
      casekeep.updateCase({ caseId: card.id, body: changesBetween(from, to, axes), fields: 'id,revision' }),
    onSuccess: ({ revision }, { card: { id: caseId }, to }) => {
      // Who moves one after the other takes back the last one.
      if (told.current !== undefined) notifications.hide(told.current);
      const done = t('board.moved', { id: caseId, column: nameOf(to) });
      told.current = tellUndoable(done, () => revert({ caseId, body: { revision } }));
    },
    onError: (error, { card, to }) =>
      notifications.show({
        color: 'red',
        title: t('board.notMoved', { id: card.id, column: nameOf(to) }),
        message: reason(error),
        autoClose: 10_000,
      }),
    // It is on its way until the columns know of it, so that it is seen in one place at any time.
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['cases'] }),
  });
  return mutate;
};

/** The cases that are on their way; where they go to they are shown already, and if that is refused not any more. */
export const useMovesUnderWay = ({ by, lanesBy }: BoardAxes): readonly CaseMove[] =>
  useMutationState({
    filters: { mutationKey: MOVING, status: 'pending' },
    select: ({ state }) => state.variables as CaseMove,
  }).filter(({ axes }) => axes.by === by && axes.lanesBy === lanesBy);
