import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from '../session.ts';
import { columnTypes } from './column-types.ts';

const tables = ({ id, ref, instant }: (typeof columnTypes)[Dialect]): string[] => [
  `create table case_templates (
    id ${id}, project_id ${ref} not null references projects (id), name text not null,
    title text not null, description text not null, tags text not null,
    section_id ${ref} references sections (id), priority_id ${ref} references priorities (id),
    assignee_id ${ref} references users (id), created_at ${instant} not null, updated_at ${instant} not null)`,
  'create index case_templates_project on case_templates (project_id)',
];

/** Templates of new cases. */
export const templates = (dialect: Dialect): Migration => ({
  up: async (db) => {
    for (const statement of tables(columnTypes[dialect])) await sql.raw(statement).execute(db);
  },
});
