import { sql } from 'kysely';
import { eraseEverything, tables } from './erase.ts';
import type { Row, Session } from './session.ts';

/** The rows of every table, those of search indexes excepted, and the last ID that each table has given. */
export interface Rows {
  readonly byTable: ReadonlyMap<string, readonly Row[]>;
  readonly lastIds: readonly Row[];
}

/** The search indexes do not keep their texts; whoever writes rows back builds them anew. */
const readable = tables.filter((table) => !table.endsWith('_search'));

/** Reads all rows, as part of the transaction. For the sandbox only, which is a small SQLite database. */
export const readEverything = async ({ kysely }: Session): Promise<Rows> => {
  const byTable = new Map<string, readonly Row[]>();
  for (const table of readable) byTable.set(table, await kysely.selectFrom(table).selectAll().execute());
  const { rows: lastIds } = await sql<Row>`select name, seq from sqlite_sequence`.execute(kysely);
  return { byTable, lastIds };
};

/** Puts these rows in the place of all there are, as part of the transaction, search indexes excepted. */
export const writeEverything = async (session: Session, { byTable, lastIds }: Rows): Promise<void> => {
  await eraseEverything(session);
  // What is referred to comes before what refers to it; rows come in the order of their IDs, so parents do too.
  for (const table of readable.toReversed()) {
    for (const row of byTable.get(table) ?? []) await session.run(...insertOf(table, row));
  }
  await sql`delete from sqlite_sequence`.execute(session.kysely);
  for (const row of lastIds) await session.run(...insertOf('sqlite_sequence', row));
};

const insertOf = (table: string, row: Row): [text: string, values: unknown[]] => {
  const columns = Object.keys(row);
  const places = columns.map(() => '?').join(', ');
  return [`insert into ${table} (${columns.join(', ')}) values (${places})`, Object.values(row)];
};
