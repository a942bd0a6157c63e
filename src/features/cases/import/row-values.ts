import type { TableRow } from '../../../platform/tables/table-row.ts';
import type { ColumnMapping } from './column-mapping.ts';
import type { ImportTarget } from './import-target.ts';

/** A row by what its columns are taken for. */
export interface RowValues {
  readonly line: number;
  /** The cell of each column that is taken in; empty cells are null. */
  readonly cells: Readonly<Partial<Record<ImportTarget, unknown>>>;
  /** What the columns are called in the file, for refusals. */
  readonly columnOf: Readonly<Partial<Record<ImportTarget, string>>>;
  readonly problem: string | undefined;
}

/** The row by targets. */
export const valuesOf = (mapping: ColumnMapping, row: TableRow): RowValues => {
  const cells: Partial<Record<ImportTarget, unknown>> = {};
  const columnOf: Partial<Record<ImportTarget, string>> = {};
  for (const [index, target] of mapping.targetsOf(row.columns).entries()) {
    if (target === null) continue;
    cells[target] = nothingIfEmpty(row.cells[index]);
    columnOf[target] = row.columns[index] ?? target;
  }
  return { line: row.line, cells, columnOf, problem: row.problem };
};

const nothingIfEmpty = (cell: unknown): unknown => {
  if (typeof cell !== 'string') return cell ?? null;
  return cell.trim() === '' ? null : cell;
};
