import { Center, Stack, Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedCase } from '../cases.queries.ts';
import { CaseRow } from './case-row.tsx';
import styles from './case-rows.module.css';

/** How high a row is, in pixels, and how many more than fit are drawn. */
const ROW_HEIGHT = 38;
const OVERSCAN = 12;

interface CaseRowsProps {
  readonly cases: readonly ListedCase[];
  readonly hasMore: boolean;
  readonly onMore: () => void;
}

/** The cases one under the other: of however many, only those in sight are drawn. */
export const CaseRows = ({ cases, hasMore, onMore }: CaseRowsProps) => {
  const { t } = useTranslation();
  const scroller = useRef<HTMLElement>(null);
  const rows = useVirtualizer({
    count: cases.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
  });
  const drawn = rows.getVirtualItems();
  const last = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && last >= cases.length - 1 - OVERSCAN) onMore();
  });
  if (cases.length === 0) return <Nothing />;
  return (
    <section ref={scroller} className={styles.scroller} aria-label={t('cases.title')}>
      <ul className={styles.rows} style={{ height: rows.getTotalSize() }}>
        {drawn.map(({ index, start }) => {
          const each = cases[index];
          return each === undefined ? null : (
            <li key={each.id} className={styles.row} style={{ transform: `translateY(${start}px)` }}>
              <CaseRow case={each} />
            </li>
          );
        })}
      </ul>
    </section>
  );
};

const Nothing = () => {
  const { t } = useTranslation();
  return (
    <Center p="xl">
      <Stack gap={4} align="center">
        <Text fw={600}>{t('cases.empty')}</Text>
        <Text c="dimmed" size="sm">
          {t('cases.emptyHint')}
        </Text>
      </Stack>
    </Center>
  );
};
