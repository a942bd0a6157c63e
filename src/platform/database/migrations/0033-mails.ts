import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from '../session.ts';
import { columnTypes } from './column-types.ts';

const statements = ({ id, ref, instant }: (typeof columnTypes)[Dialect]): string[] => [
  `create table password_requests (
    id ${id}, sought text not null, language text not null, created_at ${instant} not null,
    leased_until ${instant} not null)`,
  `create table outgoing_mails (
    id ${id}, kind text not null, user_id ${ref} not null references users (id), language text not null,
    attempts integer not null, created_at ${instant} not null, due_at ${instant} not null,
    leased_until ${instant} not null)`,
  'create index outgoing_mails_due on outgoing_mails (due_at, id)',
  // Who is not signed in lets them be looked for.
  'create index users_email on users (lower(email))',
];

/** Links to set passwords that are sent by mail, and who asks for them. Source: docs/adr/0031. */
export const mails = (dialect: Dialect): Migration => ({
  up: async (db) => {
    for (const statement of statements(columnTypes[dialect])) await sql.raw(statement).execute(db);
  },
});
