import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from '../session.ts';
import { columnTypes } from './column-types.ts';

/** What is written every few seconds and worth nothing after a crash needs no log of its own. */
const created: Readonly<Record<Dialect, string>> = { sqlite: 'create table', postgres: 'create unlogged table' };

/** Who is looking at which case: without foreign keys, which would lock cases and users whenever somebody looks. */
export const viewers = (dialect: Dialect): Migration => ({
  up: async (db) => {
    const { ref, instant } = columnTypes[dialect];
    const columns = `user_id ${ref} not null, page_id text not null, case_id ${ref} not null, until ${instant} not null`;
    const table = `${created[dialect]} case_viewers (${columns}, primary key (user_id, page_id))`;
    await sql.raw(table).execute(db);
    await sql.raw('create index case_viewers_case on case_viewers (case_id, until)').execute(db);
    await sql.raw('create index case_viewers_until on case_viewers (until)').execute(db);
  },
});
