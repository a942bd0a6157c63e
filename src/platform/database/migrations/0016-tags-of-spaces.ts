import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from '../session.ts';
import { columnTypes } from './column-types.ts';

/** Names are compared character by character on both databases, so that a beginning of them is a range. */
const inCharacterOrder: Readonly<Record<Dialect, readonly string[]>> = {
  sqlite: [],
  postgres: ['alter table case_tags alter column folded_name type text collate "C"'],
};

/** Tags are counted by space without a look at their cases. */
export const tagsOfSpaces = (dialect: Dialect): Migration => ({
  up: async (db) => {
    const statements = [
      // Null for cases in the bin.
      `alter table case_tags add column space_id ${columnTypes[dialect].ref}`,
      `update case_tags set space_id = (
        select cases.space_id from cases where cases.id = case_id and deleted_at is null)`,
      ...inCharacterOrder[dialect],
      'create index case_tags_space on case_tags (space_id, folded_name, name) where space_id is not null',
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
});
