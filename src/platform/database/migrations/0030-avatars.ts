import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from '../session.ts';
import { columnTypes } from './column-types.ts';

/** Pictures of people. The bytes are kept where attached files are. */
export const avatars = (dialect: Dialect): Migration => ({
  up: async (db) => {
    const { ref, instant } = columnTypes[dialect];
    await sql
      .raw(`create table avatars (
        user_id ${ref} primary key references users (id), storage_key text not null unique, content_type text not null,
        byte_size ${ref} not null, created_at ${instant} not null)`)
      .execute(db);
  },
});
