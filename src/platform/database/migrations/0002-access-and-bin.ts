import { type QueryExecutorProvider, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { fold } from '../folded-text.ts';
import type { Dialect } from '../session.ts';
import { columnTypes } from './column-types.ts';

/** What can be taken out of use while cases still refer to it. */
const archivable = ['spaces', 'projects', 'sections', 'milestones', 'statuses', 'priorities'];

const no: Readonly<Record<Dialect, string>> = { sqlite: '0', postgres: 'false' };

/** Names are compared and sorted byte by byte on both databases. */
const byteOrder: Readonly<Record<Dialect, string>> = { sqlite: 'binary', postgres: '"C"' };

/** What people are found by, for those who are there already. */
const foldNames = async (db: QueryExecutorProvider): Promise<void> => {
  const { rows } = await sql<{ id: number; names: string }>`select id,
    display_name || ' ' || username || ' ' || first_name || ' ' || last_name as names from users`.execute(db);
  for (const { id, names } of rows) {
    await sql`update users set folded_names = ${fold(names)} where id = ${id}`.execute(db);
  }
};

/** Keys narrowed to spaces and rights, where they come from, how people are found, configuration that is out of use, the bin, and what a case has at it. */
export const accessAndBin = (dialect: Dialect): Migration => ({
  up: async (db) => {
    const { flag, instant } = columnTypes[dialect];
    const statements = [
      'alter table api_keys add column space_ids text',
      'alter table api_keys add column rights text',
      `alter table api_keys add column origin text not null default 'issued'`,
      `update api_keys set origin = 'sign-in' where name = 'Signed in with a password'`,
      `alter table users add column folded_names text collate ${byteOrder[dialect]} not null default ''`,
      'create index users_folded_names on users (folded_names, id)',
      ...archivable.map((table) => `alter table ${table} add column archived ${flag} not null default ${no[dialect]}`),
      `alter table milestones add column completed_at ${instant}`,
      'alter table cases add column internal_comment_count integer not null default 0',
      'alter table cases add column attachment_count integer not null default 0',
      `alter table cases add column deleted_at ${instant}`,
      'create index cases_deleted on cases (deleted_at) where deleted_at is not null',
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
    await foldNames(db);
  },
});
