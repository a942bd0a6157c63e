import { type QueryExecutorProvider, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { fold } from '../folded-text.ts';
import type { Dialect } from '../session.ts';
import { columnTypes } from './column-types.ts';

/** What tags are found by, for those that are there already. */
const foldTags = async (db: QueryExecutorProvider): Promise<void> => {
  const { rows } = await sql<{ name: string }>`select distinct name from case_tags`.execute(db);
  for (const { name } of rows) {
    await sql`update case_tags set folded_name = ${fold(name)} where name = ${name}`.execute(db);
  }
};

/** Tags are found whatever their case, and queries are kept as views. */
export const queries = (dialect: Dialect): Migration => ({
  up: async (db) => {
    const { id, ref, instant } = columnTypes[dialect];
    await sql.raw(`alter table case_tags add column folded_name text not null default ''`).execute(db);
    await foldTags(db);
    const statements = [
      'drop index case_tags_name',
      'create index case_tags_folded_name on case_tags (folded_name, case_id)',
      `create table views (
        id ${id}, author_id ${ref} not null references users (id), space_id ${ref} references spaces (id),
        name text not null, query text not null, columns text not null, created_at ${instant} not null, updated_at ${instant} not null)`,
      'create index views_author on views (author_id)',
      'create index views_space on views (space_id)',
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
});
