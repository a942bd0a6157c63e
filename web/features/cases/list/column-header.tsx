import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Sort, SortKey } from '../query/query-sort.ts';
import styles from './case-table.module.css';
import { type ColumnName, columns } from './columns.ts';

interface ColumnHeaderProps {
  readonly column: ColumnName;
  readonly sort: Sort;
  readonly onSort: (key: SortKey) => void;
}

/** The name of a column, by which lists are sorted where they can be. */
export const ColumnHeader = ({ column, sort, onSort }: ColumnHeaderProps) => {
  const { t } = useTranslation();
  const { sortKey } = columns[column];
  const label = t(`field.${column}`);
  const isSorted = sortKey === sort.key;
  const Direction = sort.isDescending ? IconArrowDown : IconArrowUp;
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows of a virtual table have places of their own
    // biome-ignore lint/a11y/useFocusableInteractive: the button in it is what is focused
    <div
      role="columnheader"
      className={styles.heading}
      data-column={column}
      aria-sort={isSorted ? (sort.isDescending ? 'descending' : 'ascending') : undefined}
    >
      {sortKey === undefined ? (
        label
      ) : (
        <UnstyledButton className={styles.heading} c={isSorted ? 'bright' : undefined} onClick={() => onSort(sortKey)}>
          {label}
          {isSorted && <Direction size={13} aria-hidden />}
        </UnstyledButton>
      )}
    </div>
  );
};
