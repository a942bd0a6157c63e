import type { Insertable, Kysely } from 'kysely';
import { MAX_NAMED_ROWS, type Prepared, prepared } from './prepared.ts';
import { type Kind, rowsOfLists, sendAsLists } from './rows-of-lists.ts';
import type { Schema } from './schema.ts';
import type { Session } from './session.ts';

type Row = Readonly<Record<string, unknown>>;
/** The values of all rows, one after the other: names for each of them would cost more than the statement. */
type Values = readonly unknown[];

/** Inserts rows into one table, some at a time. No rows are no statement. */
export type InsertRows<Row> = (session: Session, rows: readonly Row[]) => Promise<void>;

interface PreparedInsert {
  /** Passes over rows that are there already, instead of refusing them. */
  readonly onlyNew?: boolean;
}

type KindOf<Value> = Value extends number ? 'number' : Value extends boolean ? 'flag' : 'text';

/** An insert of rows that all have the same columns. */
export const preparedInsert = <Table extends keyof Schema, Column extends keyof Insertable<Schema[Table]> & string>(
  table: Table,
  kinds: { readonly [Name in Column]: KindOf<NonNullable<Insertable<Schema[Table]>[Name]>> },
  { onlyNew = false }: PreparedInsert = {},
): InsertRows<Pick<Insertable<Schema[Table]>, Column>> => {
  const columns = Object.keys(kinds) as Column[];
  const insertInto = (db: Kysely<Schema>) => {
    const insert = db.insertInto(table);
    return onlyNew ? insert.onConflict((conflict) => conflict.doNothing()) : insert;
  };
  const byRowCount = new Map<number, Prepared<Values, unknown>>();
  const compileFor = (rowCount: number): Prepared<Values, unknown> => {
    const rowOf = (slots: Values, row: number) =>
      Object.fromEntries(columns.map((column, place) => [column, slots[row * columns.length + place]]));
    const statement = prepared((db, slots: Values) =>
      insertInto(db).values(Array.from({ length: rowCount }, (_, row) => rowOf(slots, row)) as never),
    );
    byRowCount.set(rowCount, statement);
    return statement;
  };
  const insertNamed = async (session: Session, rows: readonly Row[]): Promise<void> => {
    const values = rows.flatMap((row) => columns.map((column) => row[column]));
    await (byRowCount.get(rows.length) ?? compileFor(rows.length)).all(session, values);
  };
  const insertLists = prepared((db, slots: Values) =>
    insertInto(db)
      .columns(columns as never)
      .expression(rowsOfLists(Object.values<Kind>(kinds), slots) as never),
  );
  return async (session, rows) => {
    if (session.dialect === 'postgres' && rows.length > MAX_NAMED_ROWS) {
      return sendAsLists(rows as readonly Row[], columns, (lists) => insertLists.all(session, lists));
    }
    for (let start = 0; start < rows.length; start += MAX_NAMED_ROWS) {
      await insertNamed(session, rows.slice(start, start + MAX_NAMED_ROWS) as readonly Row[]);
    }
  };
};
