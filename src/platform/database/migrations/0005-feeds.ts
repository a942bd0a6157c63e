import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from '../session.ts';
import { columnTypes } from './column-types.ts';

const tables = ({ ref, flag }: (typeof columnTypes)[Dialect]): string[] => [
  `create table activities (
    event_id ${ref} primary key, space_id ${ref} not null, case_id ${ref} not null, user_id ${ref},
    is_internal ${flag} not null)`,
  'create index activities_space on activities (space_id, event_id)',
  'create index activities_user on activities (user_id, event_id) where user_id is not null',
];

const dialectOnly = {
  sqlite: [],
  postgres: [
    // The order in which readers read: docs/adr/0010. Entries are always added at its end, which is the cheap place.
    'create index events_commit_order on events (xact_id, id)',
    `alter table event_cursors add column xact_id xid8 not null default '0'`,
  ],
} as const satisfies Record<Dialect, readonly string[]>;

/** Nobody is told today what happened before there were notifications. */
const startNow = {
  sqlite: `insert into event_cursors (reader, event_id) select 'notifications', max(id) from events having count(*) > 0`,
  postgres: `insert into event_cursors (reader, event_id, xact_id)
    select 'notifications', max(id), pg_current_xact_id() from events having count(*) > 0`,
} as const satisfies Record<Dialect, string>;

/** The feeds: activities as a reader of the event log, and how readers find their way on PostgreSQL. */
export const feeds = (dialect: Dialect): Migration => ({
  up: async (db) => {
    const statements = [...tables(columnTypes[dialect]), ...dialectOnly[dialect], startNow[dialect]];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
});
