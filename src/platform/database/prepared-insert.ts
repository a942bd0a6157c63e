import type { Insertable } from 'kysely';
import { type Prepared, prepared } from './prepared.ts';
import type { Schema } from './schema.ts';
import type { Session } from './session.ts';

type Values = Readonly<Record<string, unknown>>;

/** How many rows one statement inserts at the most; there is a statement for each number up to it. */
const MAX_ROWS = 16;

/** Inserts rows into one table, some at a time. No rows are no statement. */
export type InsertRows<Row> = (session: Session, rows: readonly Row[]) => Promise<void>;

/** An insert of rows that all have the same columns. */
export const preparedInsert = <Table extends keyof Schema, Column extends keyof Insertable<Schema[Table]> & string>(
  table: Table,
  columns: readonly Column[],
): InsertRows<Pick<Insertable<Schema[Table]>, Column>> => {
  const byRowCount = new Map<number, Prepared<Values, unknown>>();
  const compileFor = (rowCount: number): Prepared<Values, unknown> => {
    const statement = prepared((db, slots: Values) =>
      db
        .insertInto(table)
        .values(
          Array.from({ length: rowCount }, (_, row) =>
            Object.fromEntries(columns.map((column) => [column, slots[slotName(row, column)]])),
          ) as never,
        ),
    );
    byRowCount.set(rowCount, statement);
    return statement;
  };
  const insert = async (session: Session, rows: readonly Readonly<Record<string, unknown>>[]): Promise<void> => {
    const values: Record<string, unknown> = {};
    rows.forEach((row, index) => {
      for (const column of columns) values[slotName(index, column)] = row[column];
    });
    await (byRowCount.get(rows.length) ?? compileFor(rows.length)).all(session, values);
  };
  return async (session, rows) => {
    for (let start = 0; start < rows.length; start += MAX_ROWS) {
      await insert(session, rows.slice(start, start + MAX_ROWS) as readonly Readonly<Record<string, unknown>>[]);
    }
  };
};

const slotName = (row: number, column: string): string => `${row}.${column}`;
