import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from '../session.ts';

const filters = ['project', 'section', 'milestone', 'status', 'priority', 'assignee', 'reporter'];

const statements: Readonly<Record<Dialect, readonly string[]>> = {
  sqlite: [],
  postgres: [
    ...filters.map((filter) => `drop index cases_list_${filter}`),
    // How far milestones have come.
    'create index cases_milestone on cases (milestone_id, status_id) where milestone_id is not null',
  ],
};

/**
 * On PostgreSQL, too, lists come from memory: indexes for each filter are not needed, but for that of the space: what one
 * sees little of must not cost what others see. Source: docs/adr/0030.
 */
export const listsFromMemory = (dialect: Dialect): Migration => ({
  up: async (db) => {
    for (const statement of statements[dialect]) await sql.raw(statement).execute(db);
  },
});
