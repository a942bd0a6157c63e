import { type RawBuilder, sql } from 'kysely';
import { type Prepared, prepared } from './prepared.ts';
import type { Schema } from './schema.ts';
import type { Session } from './session.ts';

/** The values of all rows, one after the other, the ID of each first. */
type Values = readonly unknown[];

/** How many rows one statement updates at the most; there is a statement for each number up to it. */
const MAX_ROWS = 16;

/** Updates rows of one table, each to values of its own, some at a time. No rows are no statement. */
type UpdateRows<Column extends string> = (
  session: Session,
  rows: readonly (Readonly<Record<Column, unknown>> & { readonly id: number })[],
) => Promise<void>;

/** What an update sets; PostgreSQL has to be told of what type values are. */
interface UpdatedColumns<Column> {
  readonly numbers: readonly Column[];
  readonly texts: readonly Column[];
}

/** An update of rows by their ID that sets the same columns in all of them. */
export const preparedUpdate = <Table extends keyof Schema, Column extends keyof Schema[Table] & string>(
  table: Table,
  { numbers, texts }: UpdatedColumns<Column>,
): UpdateRows<Column> => {
  const names = [...numbers, ...texts];
  const types = ['bigint', ...numbers.map(() => 'bigint'), ...texts.map(() => 'text')];
  const byRowCount = new Map<number, Prepared<Values, unknown>>();
  const compileFor = (rowCount: number): Prepared<Values, unknown> => {
    const statement = prepared((db, slots: Values) => {
      const rowOf = (row: number): RawBuilder<unknown> => {
        const cast = types.map((type, place) => sql`cast(${slots[row * types.length + place]} as ${sql.raw(type)})`);
        return sql`(${sql.join(cast)})`;
      };
      const rows = Array.from({ length: rowCount }, (_, row) => rowOf(row));
      const changes = names.map((name) => sql`${sql.ref(name)} = ${sql.ref(`given.${name}`)}`);
      const update = sql`with given(${sql.join(['id', ...names].map((name) => sql.ref(name)))}) as
        (values ${sql.join(rows)})
        update ${sql.table(table)} set ${sql.join(changes)} from given where ${sql.ref(`${table}.id`)} = given.id`;
      return { compile: () => update.compile(db) };
    });
    byRowCount.set(rowCount, statement);
    return statement;
  };
  return async (session, rows) => {
    for (let start = 0; start < rows.length; start += MAX_ROWS) {
      const some = rows.slice(start, start + MAX_ROWS);
      const values = some.flatMap((row) => [row.id, ...names.map((name) => row[name])]);
      await (byRowCount.get(some.length) ?? compileFor(some.length)).all(session, values);
    }
  };
};
