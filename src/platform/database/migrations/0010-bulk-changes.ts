import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from '../session.ts';
import { columnTypes } from './column-types.ts';

/** Changes of many cases at once, and the portions in which they are carried out. */
export const bulkChanges = (dialect: Dialect): Migration => ({
  up: async (db) => {
    const { ref, instant } = columnTypes[dialect];
    const statements = [
      `create table bulk_changes (
        group_id ${ref} primary key references history_groups (id), mode text not null, request text not null,
        reverts_group_id ${ref}, actor text not null, user_id ${ref}, total integer not null,
        created_at ${instant} not null)`,
      `create table bulk_portions (
        group_id ${ref} not null references bulk_changes (group_id), position integer not null, case_ids text not null,
        state text not null, outcomes text, changed integer not null, unchanged integer not null,
        refused integer not null, finished_at ${instant}, primary key (group_id, position))`,
      // Those that are to be done: those that come early in their change first, so that small changes do not wait long.
      `create index bulk_portions_open on bulk_portions (position, group_id) where state = 'open'`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
});
