import { sql } from 'kysely';
import type { Schema } from './schema.ts';
import type { Session } from './session.ts';

/** Makes the next generated ID follow the highest one present, after rows were written with given IDs. */
export const continueIdsAfterHighest = async (session: Session, table: keyof Schema): Promise<void> => {
  // SQLite's autoincrement follows given IDs by itself.
  if (session.dialect === 'sqlite') return;
  await sql`select setval(pg_get_serial_sequence(${table}, 'id'), (select max(id) from ${sql.table(table)}))`.execute(
    session.kysely,
  );
};

/** The next generated IDs of a table on PostgreSQL, in ascending order: rows can say which is theirs before they are written. */
export const takeIds = async (session: Session, table: keyof Schema, count: number): Promise<number[]> => {
  if (count === 0) return [];
  const taken = await session.run(
    `select nextval(pg_get_serial_sequence($1, 'id')) as id from generate_series(1, $2::integer)`,
    [table, count],
  );
  return taken.map(({ id }) => Number(id)).sort((one, other) => one - other);
};
