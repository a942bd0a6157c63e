import { useInfiniteQuery } from '@tanstack/react-query';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Loading } from '../../ui/loading.tsx';
import styles from './board.module.css';
import { columnQuery } from './board.queries.ts';
import type { BoardCell } from './board-cell.ts';
import { useBoardFrame } from './board-frame.ts';
import { Cards } from './cards.tsx';
import { cardsInCell } from './cards-in-cell.ts';
import { ColumnHeading } from './column-heading.tsx';
import { useDropPlace } from './use-drop-place.ts';

interface ColumnProps {
  readonly cell: BoardCell;
  /** Which cases are in it. */
  readonly query: string;
  /** How many the server counts; undefined until it is known. */
  readonly count: number | undefined;
}

/** A column with its cards, as many as have been scrolled to, and how many there are. */
export const Column = ({ cell, query, count }: ColumnProps) => {
  const { column, id } = cell;
  const { moves } = useBoardFrame();
  const list = useInfiniteQuery(columnQuery(query));
  const { cards, difference } = cardsInCell(list.data?.pages.flatMap(({ items }) => items) ?? [], id, moves);
  const place = useDropPlace(cell);
  const name = column.name === '' ? (cards[0]?.assignee?.displayName ?? '') : column.name;
  if (column.isFading && (count ?? 0) === 0 && cards.length === 0) return null;
  return (
    <section {...place} id={id} className={styles.column} aria-label={name}>
      <ColumnHeading
        name={name}
        isClosed={column.isClosed}
        color={column.color}
        count={count === undefined ? undefined : Math.max(0, count + difference)}
      />
      {list.error !== null && <FailureNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending ? (
        <Loading />
      ) : (
        <Cards
          {...{ cards, cell, label: name }}
          hasMore={list.hasNextPage}
          onMore={() => {
            if (!list.isFetchingNextPage) void list.fetchNextPage();
          }}
        />
      )}
    </section>
  );
};
