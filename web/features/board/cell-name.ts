import { useTranslation } from 'react-i18next';
import type { BoardCell } from './board-cell.ts';

/** What a place of the board is called. */
export const useCellName = (): ((cell: BoardCell) => string) => {
  const { t } = useTranslation();
  return ({ column, lane }) =>
    lane === undefined ? column.name : t('board.inLane', { lane: lane.name, column: column.name });
};
