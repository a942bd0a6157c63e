import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from '../session.ts';

/** The columns that lists are narrowed by. */
const columns = [
  ...['space_id', 'project_id', 'section_id', 'milestone_id', 'status_id', 'priority_id', 'assignee_id'],
  'reporter_id',
];

const superseded = ['cases_updated', 'cases_space_updated', 'cases_status_updated', 'cases_assignee_updated'];

const dialectOnly: Readonly<Record<Dialect, readonly string[]>> = {
  // Lists come from memory (docs/adr/0011-lists-from-memory.md): one index to fill the memory from, without the rows,
  // and to answer from meanwhile. Each further index would be rewritten by every update.
  sqlite: [
    `create index cases_list on cases (updated_at, id, ${columns.join(', ')}) where deleted_at is null`,
    // How far milestones have come.
    'create index cases_milestone on cases (milestone_id, status_id) where milestone_id is not null',
  ],
  // Each holds the other columns too, so that a pair, and the way to a late page, touch no rows.
  postgres: [
    `create index cases_list on cases (updated_at, id) include (${columns.join(', ')}) where deleted_at is null`,
    ...columns.map(
      (column) =>
        `create index cases_list_${column.replace('_id', '')} on cases (${column}, updated_at, id)
         include (${columns.filter((other) => other !== column).join(', ')}) where deleted_at is null`,
    ),
  ],
};

/** Indexes for lists by any filter and any pair of filters, in the order of the last change. */
export const listIndexes = (dialect: Dialect): Migration => ({
  up: async (db) => {
    for (const index of superseded) await sql.raw(`drop index ${index}`).execute(db);
    for (const statement of dialectOnly[dialect]) await sql.raw(statement).execute(db);
  },
});
