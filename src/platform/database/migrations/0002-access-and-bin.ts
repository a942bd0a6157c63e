import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from '../session.ts';
import { columnTypes } from './column-types.ts';

/** What can be taken out of use while cases still refer to it. */
const archivable = ['spaces', 'projects', 'sections', 'milestones', 'statuses', 'priorities'];

const no: Readonly<Record<Dialect, string>> = { sqlite: '0', postgres: 'false' };

/** Keys narrowed to spaces and rights, configuration that is out of use, the bin, and what a case has at it. */
export const accessAndBin = (dialect: Dialect): Migration => ({
  up: async (db) => {
    const { flag, instant } = columnTypes[dialect];
    const statements = [
      'alter table api_keys add column space_ids text',
      'alter table api_keys add column rights text',
      ...archivable.map((table) => `alter table ${table} add column archived ${flag} not null default ${no[dialect]}`),
      `alter table milestones add column completed_at ${instant}`,
      'alter table cases add column internal_comment_count integer not null default 0',
      'alter table cases add column attachment_count integer not null default 0',
      `alter table cases add column deleted_at ${instant}`,
      'create index cases_deleted on cases (deleted_at) where deleted_at is not null',
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
});
