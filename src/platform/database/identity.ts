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
