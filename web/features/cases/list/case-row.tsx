import { Checkbox, Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ListedCase } from '../cases.queries.ts';
import { CaseCell } from './case-cell.tsx';
import styles from './case-table.module.css';
import type { ColumnName } from './columns.ts';

interface CaseRowProps {
  /** Undefined while it is on its way. */
  readonly case: ListedCase | undefined;
  readonly columns: readonly ColumnName[];
  /** From 0. */
  readonly index: number;
  /** How far from the top, in pixels. */
  readonly start: number;
  readonly isSelected: boolean;
  readonly onSelect: (isRange: boolean) => void;
  readonly onFocus: () => void;
}

/** A case on one line. */
export const CaseRow = ({ case: each, columns, index, start, isSelected, onSelect, onFocus }: CaseRowProps) => (
  // biome-ignore lint/a11y/useSemanticElements: rows of a virtual table have places of their own
  // biome-ignore lint/a11y/useFocusableInteractive: its link is what is focused
  <div
    role="row"
    // The header is the first row.
    aria-rowindex={index + 2}
    data-row={index}
    data-selected={isSelected || undefined}
    className={styles.row}
    style={{ transform: `translateY(${start}px)` }}
    onFocus={onFocus}
  >
    {/* biome-ignore lint/a11y/useSemanticElements: as its row */}
    <div role="cell" className={styles.choice}>
      {each !== undefined && <Choice id={each.id} isSelected={isSelected} onSelect={onSelect} />}
    </div>
    {columns.map((column) => (
      // biome-ignore lint/a11y/useSemanticElements: as its row
      <div key={column} role="cell" className={styles.cell} data-column={column}>
        {each === undefined ? (
          <Skeleton height={10} width="60%" />
        ) : column === 'title' ? (
          <TitleLink case={each} />
        ) : (
          <CaseCell case={each} column={column} />
        )}
      </div>
    ))}
  </div>
);

const TitleLink = ({ case: { id, title, status } }: { readonly case: ListedCase }) => (
  <Link
    to="/cases/$caseId"
    params={{ caseId: String(id) }}
    className={styles.title}
    dir="auto"
    data-closed={status.isClosed || undefined}
  >
    {title}
  </Link>
);

interface ChoiceProps {
  readonly id: number;
  readonly isSelected: boolean;
  readonly onSelect: (isRange: boolean) => void;
}

const Choice = ({ id, isSelected, onSelect }: ChoiceProps) => {
  const { t } = useTranslation();
  return (
    <Checkbox
      size="xs"
      aria-label={t('list.select', { id })}
      checked={isSelected}
      onChange={({ nativeEvent }) => onSelect('shiftKey' in nativeEvent && nativeEvent.shiftKey === true)}
    />
  );
};
