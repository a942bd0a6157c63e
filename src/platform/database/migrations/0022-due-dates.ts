import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from '../session.ts';
import { columnTypes } from './column-types.ts';

/** Cases have due dates of their own. No row is written anew, and the index has only those that have one. */
export const dueDates = (dialect: Dialect): Migration => ({
  up: async (db) => {
    await sql.raw(`alter table cases add column due_on ${columnTypes[dialect].instant}`).execute(db);
    await sql.raw('create index cases_due on cases (due_on) where due_on is not null').execute(db);
  },
});
