import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from '../session.ts';

/** SQLite cannot allow null in a column that is there: the column is made anew, in place of a copy of the whole table. */
const statements = {
  sqlite: [
    'drop index notifications_case',
    'alter table notifications rename column case_id to about_case_id',
    'alter table notifications add column case_id integer',
    'update notifications set case_id = about_case_id',
    'alter table notifications drop column about_case_id',
    'create index notifications_case on notifications (case_id)',
  ],
  postgres: ['alter table notifications alter column case_id drop not null'],
} as const satisfies Record<Dialect, readonly string[]>;

/** People are told of things that are about no case. Source: docs/adr/0023. */
export const notices = (dialect: Dialect): Migration => ({
  up: async (db) => {
    for (const statement of statements[dialect]) await sql.raw(statement).execute(db);
  },
});
