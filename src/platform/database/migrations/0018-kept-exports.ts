import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from '../session.ts';
import { columnTypes } from './column-types.ts';

/** Files with cases that are put together beside everything else, and kept for a while. */
export const keptExports = (dialect: Dialect): Migration => ({
  up: async (db) => {
    const { id, ref, instant } = columnTypes[dialect];
    const statements = [
      `create table exports (
        id ${id}, actor text not null, user_id ${ref}, request text not null, state text not null,
        case_count integer not null, byte_size ${ref}, storage_key text, failure text,
        leased_until ${instant} not null, created_at ${instant} not null, finished_at ${instant})`,
      `create index exports_open on exports (id) where state = 'queued' or state = 'running'`,
      'create index exports_user on exports (user_id, id)',
      'create index exports_created on exports (created_at)',
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
});
