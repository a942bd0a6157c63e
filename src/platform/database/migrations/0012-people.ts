import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from '../session.ts';
import { columnTypes } from './column-types.ts';

/** Sessions beside keys, when keys were used, who tried to sign in how often, and what was not read yet. */
export const people = (dialect: Dialect): Migration => ({
  up: async (db) => {
    const { ref, instant } = columnTypes[dialect];
    const statements = [
      `alter table api_keys add column last_used_at ${instant}`,
      'alter table api_keys add column user_agent text',
      `alter table api_keys add column made_with_key_id ${ref}`,
      'create index api_keys_made_with on api_keys (made_with_key_id) where made_with_key_id is not null',
      `create table attempts (
        subject text primary key, count integer not null, first_at ${instant} not null, last_at ${instant} not null)`,
      'create index attempts_last on attempts (last_at)',
      'create index notifications_unread on notifications (user_id, id) where read_at is null',
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
});
