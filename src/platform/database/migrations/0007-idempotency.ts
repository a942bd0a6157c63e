import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from '../session.ts';
import { columnTypes } from './column-types.ts';

/** What was answered to requests that clients may repeat. */
export const idempotency = (dialect: Dialect): Migration => ({
  up: async (db) => {
    const { ref, instant } = columnTypes[dialect];
    await sql
      .raw(`create table idempotency_keys (
        user_id ${ref} not null references users (id), key text not null, fingerprint text not null,
        answer text not null, created_at ${instant} not null, primary key (user_id, key))`)
      .execute(db);
    await sql.raw('create index idempotency_keys_created on idempotency_keys (created_at)').execute(db);
  },
});
