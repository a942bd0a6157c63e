import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from '../session.ts';
import { columnTypes } from './column-types.ts';

const statements = ({ id, ref, instant, flag }: (typeof columnTypes)[Dialect]): string[] => [
  `create table sign_ins (
    id ${id}, at ${instant} not null, succeeded ${flag} not null, user_id ${ref} references users (id),
    name text not null, address text not null, user_agent text not null, door text not null,
    key_id ${ref} references api_keys (id))`,
  'create index sign_ins_at on sign_ins (at, id)',
  // What administrators read of the log. Changes of cases, which are most of it, write nothing here.
  `create index events_configuration on events (at, id)
    where case_id is null and type <> 'notifications.marked'`,
];

/** Who signed in and who tried to, and the way to what happened besides cases. Source: docs/adr/0028. */
export const signIns = (dialect: Dialect): Migration => ({
  up: async (db) => {
    for (const statement of statements(columnTypes[dialect])) await sql.raw(statement).execute(db);
  },
});
