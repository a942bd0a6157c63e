import styles from './board.module.css';
import type { BoardColumn } from './board-column.ts';
import { ColumnHeading } from './column-heading.tsx';
import { Lane } from './lane.tsx';

interface LanesProps {
  readonly lanes: readonly BoardColumn[];
  readonly columns: readonly BoardColumn[];
  /** How many cases the server counts in a lane, and in a column; undefined until it is known. */
  readonly countOf: (lane: BoardColumn) => number | undefined;
  readonly countOfColumn: (column: BoardColumn) => number | undefined;
  /** The query for the cases of the board that also meet these terms. */
  readonly within: (terms: readonly string[]) => string;
}

/** The lanes of a board one under the other, below the names of the columns that go through all of them. */
export const Lanes = ({ lanes, columns, countOf, countOfColumn, within }: LanesProps) => (
  <>
    <div className={styles.headings}>
      {columns.map((column) => (
        <ColumnHeading
          key={column.id}
          name={column.name}
          isClosed={column.isClosed}
          color={column.color}
          count={countOfColumn(column)}
        />
      ))}
    </div>
    {lanes.map((lane) => (
      <Lane key={lane.id} {...{ lane, columns, within }} count={countOf(lane)} />
    ))}
  </>
);
