import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from '../session.ts';
import { columnTypes } from './column-types.ts';

const tables = ({ ref, instant }: (typeof columnTypes)[Dialect]): string[] => [
  `create table case_mutes (
    case_id ${ref} not null, user_id ${ref} not null references users (id), created_at ${instant} not null,
    primary key (case_id, user_id))`,
  `create table unwanted_reasons (
    user_id ${ref} not null references users (id), reason text not null, primary key (user_id, reason))`,
];

/** What people do not want to be told: of which cases, and for which reasons. */
export const mutes = (dialect: Dialect): Migration => ({
  up: async (db) => {
    for (const statement of tables(columnTypes[dialect])) await sql.raw(statement).execute(db);
  },
});
