import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from '../session.ts';

/** Readers keep their places. Source: docs/adr/0015. */
const statements = {
  sqlite: ['alter table event_cursors rename column event_id to position'],
  postgres: [
    'alter table events add column position bigint',
    `with placed as (select id, row_number() over (order by xact_id, id) as position from events)
      update events set position = placed.position from placed where placed.id = events.id`,
    'alter table event_cursors add column position bigint not null default 0',
    `update event_cursors set position = coalesce((select max(position) from events
      where (events.xact_id, events.id) <= (event_cursors.xact_id, event_cursors.event_id)), 0)`,
    'alter table event_cursors drop column event_id, drop column xact_id',
    'drop index events_commit_order',
    'alter table events drop column xact_id',
    'create unique index events_position on events (position) where position is not null',
    // What waits for its position: a handful.
    'create index events_unplaced on events (id) where position is null',
  ],
} as const satisfies Record<Dialect, readonly string[]>;

/** Events have positions in the log, on PostgreSQL given after their commit. */
export const eventPositions = (dialect: Dialect): Migration => ({
  up: async (db) => {
    for (const statement of statements[dialect]) await sql.raw(statement).execute(db);
  },
});
