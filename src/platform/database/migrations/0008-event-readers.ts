import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from '../session.ts';
import { columnTypes } from './column-types.ts';

/** Events that a reader of the log could not handle and has gone past, and what belongs to a case that is purged. */
export const eventReaders = (dialect: Dialect): Migration => ({
  up: async (db) => {
    const { ref, instant } = columnTypes[dialect];
    const statements = [
      `create table event_failures (
        reader text not null, event_id ${ref} not null, error text not null, failed_at ${instant} not null,
        primary key (reader, event_id))`,
      // Found again when the case is purged.
      'create index activities_case on activities (case_id)',
      'create index notifications_case on notifications (case_id)',
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
});
