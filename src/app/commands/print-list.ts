import { table } from './table.ts';

type Cell = string | number | boolean | null;
type Row = Readonly<Record<string, Cell>>;

/** Prints rows that all have the same columns: as a table for people, or as JSON for programs. */
export const printList = (rows: readonly Row[], { json }: { readonly json: boolean }): void => {
  if (json) {
    console.log(JSON.stringify(rows, null, 2));
    return;
  }
  const [first] = rows;
  if (first === undefined) {
    console.log('There are none.');
    return;
  }
  const columns = Object.keys(first);
  const headings = columns.map((column) => column.toUpperCase());
  console.log(
    table(
      headings,
      rows.map((row) => columns.map((column) => cellOf(row[column] ?? null, column))),
    ),
  );
};

/** A flag shows its own name, so that it is understood without looking up. */
const cellOf = (cell: Cell, column: string): string => {
  if (typeof cell === 'boolean') return cell ? column : '';
  return cell === null ? '' : String(cell);
};
