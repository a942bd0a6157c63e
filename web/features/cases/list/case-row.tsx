import { Checkbox, Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedCase } from '../cases.queries.ts';
import { PeekButton } from '../panel/peek-button.tsx';
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
  /** Whether it is looked at beside the list. */
  readonly isShown: boolean;
  readonly onFocus: () => void;
  readonly onPeek: () => void;
  readonly onLink: (event: MouseEvent) => void;
}

/** A case on one line. */
export const CaseRow = ({ case: each, columns, index, start, ...row }: CaseRowProps) => (
  // biome-ignore lint/a11y/useSemanticElements: rows of a virtual table have places of their own
  // biome-ignore lint/a11y/useFocusableInteractive: its link is what is focused
  <div
    role="row"
    // The header is the first row.
    aria-rowindex={index + 2}
    data-row={index}
    data-peekable
    data-selected={row.isSelected || undefined}
    aria-current={row.isShown || undefined}
    className={styles.row}
    style={{ transform: `translateY(${start}px)` }}
    onFocus={row.onFocus}
  >
    {/* biome-ignore lint/a11y/useSemanticElements: as its row */}
    <div role="cell" className={styles.choice}>
      {each !== undefined && <Choice id={each.id} isSelected={row.isSelected} onSelect={row.onSelect} />}
    </div>
    {columns.map((column) => (
      // biome-ignore lint/a11y/useSemanticElements: as its row
      <div key={column} role="cell" className={styles.cell} data-column={column}>
        {each === undefined ? (
          <Skeleton height={10} width="60%" />
        ) : column === 'title' ? (
          <>
            <TitleLink case={each} onLink={row.onLink} />
            <PeekButton caseId={each.id} onPeek={row.onPeek} />
          </>
        ) : (
          <CaseCell case={each} column={column} />
        )}
      </div>
    ))}
  </div>
);

interface TitleLinkProps {
  readonly case: ListedCase;
  readonly onLink: (event: MouseEvent) => void;
}

const TitleLink = ({ case: { id, title, status }, onLink }: TitleLinkProps) => (
  <Link
    to="/cases/$caseId"
    params={{ caseId: String(id) }}
    className={styles.title}
    dir="auto"
    data-closed={status.isClosed || undefined}
    onClick={onLink}
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
