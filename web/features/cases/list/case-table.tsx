import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsPhone } from '../../../ui/use-is-phone.ts';
import type { ManyName } from '../change/property-keys.ts';
import type { ListedCase } from '../list-request.ts';
import type { Peek } from '../panel/use-peek.ts';
import type { Sort, SortKey } from '../query/query-sort.ts';
import { CaseRow, type RowActions } from './case-row.tsx';
import styles from './case-table.module.css';
import { ColumnHeader } from './column-header.tsx';
import { type ColumnName, columns as known, narrowColumns, phoneColumns } from './columns.ts';
import { RowChoice } from './row-choice.tsx';
import type { CaseWindow } from './use-case-window.ts';
import { useRowCommands } from './use-row-commands.ts';
import { useRowSteps } from './use-row-steps.ts';
import type { Selection } from './use-selection.ts';

/** How high rows and the header are, in pixels, and how many rows more than fit are drawn. */
const ROW_HEIGHT = 38;
const PHONE_ROW_HEIGHT = 62;
const HEADER_HEIGHT = 34;
const OVERSCAN = 6;

export interface CaseTableProps {
  readonly cases: CaseWindow;
  /** How many there are; undefined when that is not known to the last one. */
  readonly total: number | undefined;
  readonly columns: readonly ColumnName[];
  readonly selection: Selection;
  /** What one looks at beside it. */
  readonly peek: Peek;
  /** Begins to change a property of a case that is not selected; undefined where others are. */
  readonly onChange?: ((each: ListedCase, name: ManyName) => void) | undefined;
  readonly sort: Sort;
  readonly onSort: (key: SortKey) => void;
}

/** The cases one under the other: of however many, only those in sight are drawn. */
export const CaseTable = ({ cases, total, columns, selection, peek, onChange, sort, onSort }: CaseTableProps) => {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const rowHeight = isPhone ? PHONE_ROW_HEIGHT : ROW_HEIGHT;
  const isNarrow = peek.caseId !== undefined;
  const shown = isPhone ? phoneColumns : isNarrow ? narrowColumns : columns;
  const scroller = useRef<HTMLElement>(null);
  const rows = useVirtualizer({
    count: cases.rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    scrollPaddingStart: HEADER_HEIGHT,
    useFlushSync: false,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was at the top stays there when rows have another height
  useLayoutEffect(() => {
    const atTop = rows.range?.startIndex ?? 0;
    rows.measure();
    if (atTop > 0) rows.scrollToIndex(atTop, { align: 'start' });
  }, [rowHeight]);
  const drawn = rows.getVirtualItems();
  const first = drawn[0]?.index ?? 0;
  const last = drawn.at(-1)?.index ?? 0;
  useEffect(() => cases.show(first, last));
  const anchor = useRef(0);
  const select = (row: number, isRange: boolean): void => {
    const each = cases.rowAt(row);
    if (each === undefined) return;
    const from = isRange ? Math.min(anchor.current, row) : row;
    const until = isRange ? Math.max(anchor.current, row) : row;
    const between = Array.from({ length: until - from + 1 }, (_, at) => cases.rowAt(from + at));
    selection.toggle(
      between.filter((some) => some !== undefined),
      !selection.has(each.id),
    );
    anchor.current = row;
  };
  const steps = useRowSteps({
    scroller,
    rowCount: cases.rowCount,
    caseAt: cases.rowAt,
    scrollTo: (row) => rows.scrollToIndex(row),
    toggle: (row) => select(row, false),
    peek,
  });
  useRowCommands({
    current: steps.current,
    caseAt: cases.rowAt,
    onChange: peek.caseId === undefined ? onChange : undefined,
  });
  const actions = useSameActions({ ...steps, onSelect: select, onPeek: steps.peekAt });
  return (
    <section
      ref={scroller}
      className={styles.scroller}
      data-stale={cases.isPending || undefined}
      aria-label={t('cases.title')}
      aria-busy={cases.isPending}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: rows of a virtual table have places of their own */}
      <div
        role="table"
        aria-label={t('cases.title')}
        aria-rowcount={total === undefined ? -1 : total + 1}
        className={styles.table}
        data-phone={isPhone || undefined}
        style={{ '--row-height': `${rowHeight}px`, ...(isPhone ? {} : tracks(shown, isNarrow)) } as CSSProperties}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: as the table */}
        <div role="rowgroup">
          {/* biome-ignore lint/a11y/useSemanticElements: as the table */}
          {/* biome-ignore lint/a11y/useFocusableInteractive: the buttons in it are what is focused */}
          <div role="row" aria-rowindex={1} className={styles.header}>
            {/* biome-ignore lint/a11y/useSemanticElements: as the table */}
            {/* biome-ignore lint/a11y/useFocusableInteractive: the box in it is what is focused */}
            <div role="columnheader" className={styles.choice}>
              <RowChoice
                label={t('list.selectAll')}
                isChosen={selection.isAll}
                isPartly={!selection.isAll && selection.cases.length > 0}
                onToggle={() =>
                  selection.isAll || selection.cases.length > 0 ? selection.clear() : selection.chooseAll()
                }
              />
            </div>
            {shown.map((column) => (
              <ColumnHeader key={column} column={column} sort={sort} onSort={onSort} />
            ))}
          </div>
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: as the table */}
        <div
          role="rowgroup"
          className={styles.rows}
          style={{ height: rows.getTotalSize() }}
          onKeyDown={steps.onKeyDown}
        >
          {drawn.map(({ index, start }) => (
            <CaseRow
              key={index}
              case={cases.rowAt(index)}
              columns={shown}
              index={index}
              start={start}
              isSelected={selection.has(cases.rowAt(index)?.id ?? 0)}
              isShown={cases.rowAt(index)?.id === peek.caseId && peek.caseId !== undefined}
              {...actions}
            />
          ))}
        </div>
      </div>
    </section>
  );
};

/** Functions that stay the same while what they do changes: rows are drawn anew when anything that they are told has. */
const useSameActions = (actions: RowActions): RowActions => {
  const latest = useRef(actions);
  useLayoutEffect(() => {
    latest.current = actions;
  });
  const [same] = useState<RowActions>(() => ({
    onSelect: (row, isRange) => latest.current.onSelect(row, isRange),
    onFocus: (row) => latest.current.onFocus(row),
    onPeek: (row) => latest.current.onPeek(row),
    onLink: (row, event) => latest.current.onLink(row, event),
    onPointer: (row) => latest.current.onPointer(row),
  }));
  return same;
};

const tracks = (columns: readonly ColumnName[], isNarrow: boolean): CSSProperties =>
  ({
    '--columns': `1.6rem ${columns.map((name) => (isNarrow && known[name].narrowWidth) || known[name].width).join(' ')}`,
    minWidth: isNarrow ? 0 : undefined,
  }) as CSSProperties;
