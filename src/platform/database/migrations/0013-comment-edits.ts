import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from '../session.ts';
import { columnTypes } from './column-types.ts';

const yes: Readonly<Record<Dialect, string>> = { sqlite: '1', postgres: 'true' };

/** Comments that were edited or deleted, and what they said before. */
export const commentEdits = (dialect: Dialect): Migration => ({
  up: async (db) => {
    const { id, ref, instant, flag } = columnTypes[dialect];
    const statements = [
      `alter table comments add column edited_at ${instant}`,
      `alter table comments add column deleted_at ${instant}`,
      `alter table comments add column is_listed ${flag} not null default ${yes[dialect]}`,
      `create table comment_history (
        id ${id}, comment_id ${ref} not null references comments (id), old_text text not null,
        is_deletion ${flag} not null, actor_id ${ref} references users (id), key_id ${ref}, door text not null,
        at ${instant} not null)`,
      'create index comment_history_comment on comment_history (comment_id, id)',
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
});
