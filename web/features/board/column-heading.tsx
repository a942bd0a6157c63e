import { Text, Title } from '@mantine/core';
import { IconCircleCheckFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { localeOf } from '../../ui/locale.ts';
import { ColorDot } from '../cases/color-dot.tsx';
import styles from './board.module.css';
import type { BoardColumn } from './board-column.ts';

interface ColumnHeadingProps extends Pick<BoardColumn, 'name' | 'isClosed'> {
  readonly color: BoardColumn['color'] | undefined;
  readonly count?: number | undefined;
}

/** What a column is called, and how many cases are in it. */
export const ColumnHeading = ({ name, isClosed, color, count }: ColumnHeadingProps) => {
  const { i18n } = useTranslation();
  return (
    <div className={styles.heading}>
      <ColorDot color={color} />
      {isClosed && <IconCircleCheckFilled size={14} aria-hidden />}
      <Title order={2} size="sm" fw={600} lineClamp={1}>
        {name}
      </Title>
      <Text span size="sm" c="dimmed">
        {count !== undefined && new Intl.NumberFormat(localeOf(i18n.language)).format(count)}
      </Text>
    </div>
  );
};
