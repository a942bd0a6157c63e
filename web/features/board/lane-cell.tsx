import { Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { localeOf } from '../../ui/locale.ts';
import { MoreButton } from '../../ui/more-button.tsx';
import styles from './board.module.css';
import { columnQuery } from './board.queries.ts';
import { BoardCard } from './board-card.tsx';
import type { BoardCell } from './board-cell.ts';
import { useBoardFrame } from './board-frame.ts';
import { cardsInCell } from './cards-in-cell.ts';
import { useCellName } from './cell-name.ts';
import { useDropPlace } from './use-drop-place.ts';

/** How many cards come at a time: there are many cells. */
const PAGE = 4;

interface LaneCellProps {
  readonly cell: BoardCell;
  readonly query: string;
  /** How many the server counts; undefined until it is known. */
  readonly count: number | undefined;
}

/** The cards of one column in one lane: the first ones, and more when they are wanted. */
export const LaneCell = ({ cell, query, count }: LaneCellProps) => {
  const { i18n } = useTranslation();
  const { moves } = useBoardFrame();
  const name = useCellName()(cell);
  const hasCards = count !== undefined && count > 0;
  const list = useInfiniteQuery({ ...columnQuery(query, PAGE), enabled: hasCards });
  // What was read before the last one left is not looked at any more.
  const known = hasCards ? (list.data?.pages.flatMap(({ items }) => items) ?? []) : [];
  const { cards, difference } = cardsInCell(known, cell.id, moves);
  const shownCount = Math.max(0, (count ?? 0) + difference);
  const isBusy = count === undefined || (hasCards && list.isPending);
  return (
    <section {...useDropPlace(cell)} id={cell.id} className={styles.cell} aria-label={name} aria-busy={isBusy}>
      {shownCount > 0 && (
        <Text size="xs" c="dimmed" px={4}>
          {new Intl.NumberFormat(localeOf(i18n.language)).format(shownCount)}
        </Text>
      )}
      {list.error !== null && <FailureNotice error={list.error} onRetry={() => void list.refetch()} />}
      <ul className={styles.stack}>
        {cards.map((card) => (
          <li key={card.id}>
            <BoardCard card={card} cell={cell} />
          </li>
        ))}
      </ul>
      <MoreButton list={list} />
    </section>
  );
};
