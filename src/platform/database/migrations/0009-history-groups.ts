import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from '../session.ts';
import { columnTypes } from './column-types.ts';

/**
 * Of the entries of a creation only one is found by its author: the others would make creating cases slower, and lead
 * to the same change. Queries must have this condition word for word to use the indexes.
 */
const leads = `(revision > 1 or property = 'title')`;

/** SQLite has the ID of the row at the end of every index anyway. */
const newestLast: Readonly<Record<Dialect, string>> = { sqlite: '', postgres: ', id' };

/** Changes of many cases that belong together, what a revert reverts, and finding changes by case, author and key. */
export const historyGroups = (dialect: Dialect): Migration => ({
  up: async (db) => {
    const { id, ref, instant } = columnTypes[dialect];
    const last = newestLast[dialect];
    const statements = [
      `create table history_groups (
        id ${id}, actor_id ${ref}, key_id ${ref}, door text not null, at ${instant} not null, reverts_case_id ${ref},
        reverts_revision integer, reverts_entry_id ${ref}, reverts_group_id ${ref})`,
      `alter table case_history add column group_id ${ref}`,
      'create index case_history_change on case_history (case_id, revision)',
      'drop index case_history_case',
      `create index case_history_actor on case_history (actor_id${last}) where actor_id is not null and ${leads}`,
      `create index case_history_key on case_history (key_id${last}) where key_id is not null and ${leads}`,
      `create index case_history_group on case_history (group_id${last}) where group_id is not null`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
});
