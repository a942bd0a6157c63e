import { useDroppable } from '@dnd-kit/core';
import { Text, Title } from '@mantine/core';
import { IconCircleCheckFilled } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Loading } from '../../ui/loading.tsx';
import styles from './board.module.css';
import { type BoardCase, columnQuery } from './board.queries.ts';
import { type BoardColumn, type BoardKey, canTake } from './board-column.ts';
import { Cards } from './cards.tsx';
import { cardsInColumn } from './cards-in-column.ts';
import type { CaseMove } from './move-case.ts';

interface ColumnProps {
  readonly column: BoardColumn;
  readonly by: BoardKey;
  /** Which cases are in it. */
  readonly query: string;
  /** How many the server counts; undefined until it is known. */
  readonly count: number | undefined;
  readonly moves: readonly CaseMove[];
  /** What is being dragged. */
  readonly lifted: BoardCase | undefined;
  /** Where its cards can go to. */
  readonly columns: readonly BoardColumn[];
  readonly onMove: (card: BoardCase, to: BoardColumn) => void;
}

/** A column with its cards, as many as have been scrolled to, and how many there are. */
export const Column = ({ column, by, query, count, moves, lifted, columns, onMove }: ColumnProps) => {
  const list = useInfiniteQuery(columnQuery(query));
  const { cards, difference } = cardsInColumn(list.data?.pages.flatMap(({ items }) => items) ?? [], column.id, moves);
  const isRefusing = lifted !== undefined && !canTake(column, lifted);
  const { setNodeRef, isOver } = useDroppable({ id: column.id, disabled: isRefusing });
  const name = column.name === '' ? (cards[0]?.assignee?.displayName ?? '') : column.name;
  if (column.isFading && (count ?? 0) === 0 && cards.length === 0) return null;
  return (
    <section
      ref={setNodeRef}
      id={column.id}
      className={styles.column}
      aria-label={name}
      data-over={isOver || undefined}
      data-refusing={isRefusing || undefined}
    >
      <Heading
        name={name}
        isClosed={column.isClosed}
        count={count === undefined ? undefined : Math.max(0, count + difference)}
      />
      {list.error !== null && <FailureNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending ? (
        <Loading />
      ) : (
        <Cards
          {...{ cards, by, columns, onMove, columnId: column.id, label: name }}
          hasMore={list.hasNextPage}
          onMore={() => {
            if (!list.isFetchingNextPage) void list.fetchNextPage();
          }}
        />
      )}
    </section>
  );
};

interface HeadingProps extends Pick<BoardColumn, 'name' | 'isClosed'> {
  readonly count: number | undefined;
}

const Heading = ({ name, isClosed, count }: HeadingProps) => {
  const { i18n } = useTranslation();
  return (
    <div className={styles.heading}>
      {isClosed && <IconCircleCheckFilled size={14} aria-hidden />}
      <Title order={2} size="sm" fw={600} lineClamp={1}>
        {name}
      </Title>
      <Text span size="sm" c="dimmed">
        {count !== undefined && new Intl.NumberFormat(i18n.language).format(count)}
      </Text>
    </div>
  );
};
