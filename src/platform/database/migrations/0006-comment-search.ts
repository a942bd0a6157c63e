import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from '../session.ts';

const statements: Readonly<Record<Dialect, readonly string[]>> = {
  sqlite: [
    `create virtual table comment_search using fts5 (
      document, content = '', contentless_delete = 1, tokenize = 'trigram')`,
    // As for the cases' own texts.
    `insert into comment_search (comment_search, rank) values ('automerge', 8)`,
    `insert into comment_search (comment_search, rank) values ('deletemerge', 50)`,
  ],
  postgres: [
    `create table comment_search (
      comment_id bigint primary key references comments (id), document text not null)`,
    'create index comment_search_document on comment_search using gin (document gin_trgm_ops)',
  ],
};

/** The texts of comments for the search. */
export const commentSearch = (dialect: Dialect): Migration => ({
  up: async (db) => {
    for (const statement of statements[dialect]) await sql.raw(statement).execute(db);
  },
});
