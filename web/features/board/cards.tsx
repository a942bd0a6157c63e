import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './board.module.css';
import type { BoardCase } from './board.queries.ts';
import { BoardCard } from './board-card.tsx';
import type { BoardCell } from './board-cell.ts';

/** How high most cards are, in pixels, and how many more than fit are drawn. */
const USUAL_HEIGHT = 104;
const OVERSCAN = 4;
/** How near the end the next ones are asked for, in cards. */
const NEAR_END = 10;

interface CardsProps {
  readonly cards: readonly BoardCase[];
  readonly cell: BoardCell;
  readonly label: string;
  readonly hasMore: boolean;
  readonly onMore: () => void;
}

/** The cards of a column: of however many, only those in sight are drawn. */
export const Cards = ({ cards, cell, label, hasMore, onMore }: CardsProps) => {
  const { t } = useTranslation();
  const scroller = useRef<HTMLElement>(null);
  const drawn = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => USUAL_HEIGHT,
    getItemKey: (index) => cards[index]?.id ?? index,
    overscan: OVERSCAN,
  });
  const items = drawn.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && last >= cards.length - NEAR_END) onMore();
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard
    <section ref={scroller} className={styles.cards} tabIndex={0} aria-label={t('board.casesIn', { column: label })}>
      <ul className={styles.list} style={{ height: drawn.getTotalSize() }}>
        {items.map(({ index, start, key }) => {
          const card = cards[index];
          return card === undefined ? null : (
            <li
              key={key}
              ref={drawn.measureElement}
              data-index={index}
              className={styles.item}
              style={{ transform: `translateY(${start}px)` }}
            >
              <BoardCard card={card} cell={cell} />
            </li>
          );
        })}
      </ul>
    </section>
  );
};
