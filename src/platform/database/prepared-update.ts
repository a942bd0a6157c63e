import { type RawBuilder, sql } from 'kysely';
import { MAX_NAMED_ROWS, type Prepared, prepared } from './prepared.ts';
import { asKind, type Kind, rowsOfLists, sendAsLists } from './rows-of-lists.ts';
import type { Schema } from './schema.ts';
import type { Session } from './session.ts';

/** The values of all rows, one after the other, the ID of each first; or one list for each column. */
type Values = readonly unknown[];

/** Updates rows of one table, each to values of its own, some at a time. No rows are no statement. */
type UpdateRows<Column extends string> = (
  session: Session,
  rows: readonly (Readonly<Record<Column, unknown>> & { readonly id: number })[],
) => Promise<void>;

/** What an update sets. */
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
  const columns = ['id', ...names] as const;
  const kinds: Kind[] = ['number', ...numbers.map(() => 'number' as const), ...texts.map(() => 'text' as const)];
  const statementWith = (rowsFrom: (slots: Values) => RawBuilder<unknown>): Prepared<Values, unknown> =>
    prepared((db, slots: Values) => {
      const changes = names.map((name) => sql`${sql.ref(name)} = ${sql.ref(`given.${name}`)}`);
      const update = sql`with given(${sql.join(columns.map((name) => sql.ref(name)))}) as (${rowsFrom(slots)})
        update ${sql.table(table)} set ${sql.join(changes)} from given where ${sql.ref(`${table}.id`)} = given.id`;
      return { compile: () => update.compile(db) };
    });
  const byRowCount = new Map<number, Prepared<Values, unknown>>();
  const compileFor = (rowCount: number): Prepared<Values, unknown> => {
    const rowOf = (slots: Values, row: number): RawBuilder<unknown> =>
      sql`(${sql.join(kinds.map((kind, place) => asKind(kind, slots[row * kinds.length + place])))})`;
    const statement = statementWith(
      (slots) => sql`values ${sql.join(Array.from({ length: rowCount }, (_, row) => rowOf(slots, row)))}`,
    );
    byRowCount.set(rowCount, statement);
    return statement;
  };
  const updateLists = statementWith((slots) => rowsOfLists(kinds, slots));
  return async (session, rows) => {
    if (session.dialect === 'postgres') {
      return sendAsLists(rows, columns, (lists) => updateLists.all(session, lists));
    }
    for (let start = 0; start < rows.length; start += MAX_NAMED_ROWS) {
      const some = rows.slice(start, start + MAX_NAMED_ROWS);
      const values = some.flatMap((row) => columns.map((column) => row[column]));
      await (byRowCount.get(some.length) ?? compileFor(some.length)).all(session, values);
    }
  };
};
