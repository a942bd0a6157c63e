import { Skeleton } from '@mantine/core';
import { type MouseEvent, memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedCase } from '../list-request.ts';
import { PeekButton } from '../panel/peek-button.tsx';
import { CaseCell } from './case-cell.tsx';
import styles from './case-table.module.css';
import type { ColumnName } from './columns.ts';
import { RowChoice } from './row-choice.tsx';

/** What can be done with a row, told by its number; the same functions as long as the list is there. */
export interface RowActions {
  readonly onSelect: (row: number, isRange: boolean) => void;
  readonly onFocus: (row: number) => void;
  readonly onPeek: (row: number) => void;
  readonly onLink: (row: number, event: MouseEvent) => void;
  /** Told when the pointer comes: its case will be opened in all probability. */
  readonly onPointer: (row: number) => void;
}

interface CaseRowProps extends RowActions {
  /** Undefined while it is on its way. */
  readonly case: ListedCase | undefined;
  readonly columns: readonly ColumnName[];
  /** From 0. */
  readonly index: number;
  /** How far from the top, in pixels. */
  readonly start: number;
  readonly isSelected: boolean;
  /** Whether it is looked at beside the list. */
  readonly isShown: boolean;
}

/** A case on one line, or two on a phone. It is drawn anew only when it has changed: a list that scrolls asks for all rows all the time. */
export const CaseRow = memo(({ case: each, columns, index, start, isSelected, isShown, ...act }: CaseRowProps) => (
  // biome-ignore lint/a11y/useSemanticElements: rows of a virtual table have places of their own
  // biome-ignore lint/a11y/useFocusableInteractive: its link is what is focused
  <div
    role="row"
    // The header is the first row.
    aria-rowindex={index + 2}
    data-row={index}
    data-peekable
    data-selected={isSelected || undefined}
    aria-current={isShown || undefined}
    className={styles.row}
    style={{ transform: `translateY(${start}px)` }}
    onFocus={() => act.onFocus(index)}
    onPointerEnter={() => act.onPointer(index)}
  >
    {/* biome-ignore lint/a11y/useSemanticElements: as its row */}
    <div role="cell" className={styles.choice}>
      {each !== undefined && (
        <Choice id={each.id} isSelected={isSelected} onSelect={(isRange) => act.onSelect(index, isRange)} />
      )}
    </div>
    {columns.map((column) => (
      // biome-ignore lint/a11y/useSemanticElements: as its row
      <div key={column} role="cell" className={styles.cell} data-column={column}>
        {each === undefined ? (
          <Skeleton height={10} width="60%" />
        ) : column === 'title' ? (
          <>
            {/* A link of the browser's own; the list follows it. */}
            <a
              href={`/cases/${each.id}`}
              className={styles.title}
              dir="auto"
              data-closed={each.status.isClosed || undefined}
              onClick={(event) => act.onLink(index, event)}
            >
              {each.title}
            </a>
            <PeekButton caseId={each.id} onPeek={() => act.onPeek(index)} />
          </>
        ) : (
          <CaseCell case={each} column={column} />
        )}
      </div>
    ))}
  </div>
));

interface ChoiceProps {
  readonly id: number;
  readonly isSelected: boolean;
  readonly onSelect: (isRange: boolean) => void;
}

const Choice = ({ id, isSelected, onSelect }: ChoiceProps) => {
  const { t } = useTranslation();
  return <RowChoice label={t('list.select', { id })} isChosen={isSelected} onToggle={onSelect} />;
};
