import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from '../session.ts';
import { columnTypes } from './column-types.ts';

const tables = ({ id, ref, instant }: (typeof columnTypes)[Dialect]): string[] => [
  `create table case_links (
    id ${id}, from_case_id ${ref} not null references cases (id), to_case_id ${ref} not null references cases (id),
    kind text not null, created_at ${instant} not null, created_by ${ref} references users (id))`,
  'create unique index case_links_pair on case_links (from_case_id, to_case_id, kind)',
  'create index case_links_to on case_links (to_case_id)',
];

/** Links between cases. */
export const links = (dialect: Dialect): Migration => ({
  up: async (db) => {
    for (const statement of tables(columnTypes[dialect])) await sql.raw(statement).execute(db);
  },
});
