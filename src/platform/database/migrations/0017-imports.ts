import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from '../session.ts';
import { columnTypes } from './column-types.ts';

/**
 * Where cases came from, and files with cases on their way in. External IDs are a table of their own: few cases have one,
 * and neither reading nor changing a case needs it, so its row stays as narrow as it was.
 */
export const imports = (dialect: Dialect): Migration => ({
  up: async (db) => {
    const { id, ref, instant, flag } = columnTypes[dialect];
    const statements = [
      `create table case_external_ids (
        space_id ${ref} not null references spaces (id), external_id text not null,
        case_id ${ref} not null references cases (id), primary key (space_id, external_id))`,
      'create unique index case_external_ids_case on case_external_ids (case_id)',
      `create table imports (
        id ${id}, space_id ${ref} not null references spaces (id), group_id ${ref} references history_groups (id),
        actor text not null, user_id ${ref}, is_dry_run ${flag} not null, request text not null,
        file_name text not null, storage_key text, byte_size ${ref} not null, state text not null,
        bytes_read ${ref} not null, row_count integer not null, created integer not null, changed integer not null,
        unchanged integer not null, refused integer not null, columns text not null, failure text,
        leased_until ${instant} not null, created_at ${instant} not null, finished_at ${instant})`,
      `create index imports_open on imports (id) where state = 'queued' or state = 'running'`,
      'create index imports_user on imports (user_id, id)',
      `create table import_refusals (
        import_id ${ref} not null references imports (id), line integer not null, refusal text not null,
        primary key (import_id, line))`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
});
