import { type SelectQueryBuilder, sql } from 'kysely';
import type { Schema } from './schema.ts';
import type { Dialect, Session } from './session.ts';

type Events = SelectQueryBuilder<Schema, 'events', object>;

/**
 * Narrows the log to the events that a reader has not read and may read now, in the order in which it must read them.
 */
export const unreadOn: Readonly<Record<Dialect, (events: Events, reader: string) => Events>> = {
  // One writer: IDs are in the order of the commits.
  sqlite: (events, reader) =>
    events
      .where('events.id', '>', sql<number>`coalesce((select event_id from event_cursors where reader = ${reader}), 0)`)
      .orderBy('events.id'),
  // An event with a lower ID may be committed later. Whatever is yet to be committed has a higher transaction ID than
  // everything below the horizon, so in this order nothing appears behind a reader. Source: docs/adr/0010.
  postgres: (events, reader) =>
    events
      .where(
        sql<boolean>`(events.xact_id, events.id) > (
          coalesce((select xact_id from event_cursors where reader = ${reader}), '0'::xid8),
          coalesce((select event_id from event_cursors where reader = ${reader}), 0))`,
      )
      .where(sql<boolean>`events.xact_id < (${horizon})`)
      .orderBy(sql`events.xact_id`)
      .orderBy('events.id'),
};

/**
 * The lowest ID of a transaction that may still commit an event. Transactions known to be at work in another database
 * of the same server cannot: without looking at them, each of them would hold up our readers.
 */
const horizon = sql`select coalesce(
  (select open.id from pg_snapshot_xip(pg_current_snapshot()) as open (id)
    where not exists (select from pg_stat_activity as elsewhere
      where elsewhere.backend_xid = open.id::xid and elsewhere.datname <> current_database())
    order by open.id limit 1),
  pg_snapshot_xmax(pg_current_snapshot()))`;

const moveOn: Readonly<Record<Dialect, (reader: string, eventId: number) => ReturnType<typeof sql>>> = {
  sqlite: (reader, eventId) => sql`insert into event_cursors (reader, event_id) values (${reader}, ${eventId})
    on conflict (reader) do update set event_id = excluded.event_id`,
  postgres: (reader, eventId) => sql`insert into event_cursors (reader, event_id, xact_id)
    select ${reader}, id, xact_id from events where id = ${eventId}
    on conflict (reader) do update set event_id = excluded.event_id, xact_id = excluded.xact_id`,
};

/** Notes, as part of the transaction, that a reader has read everything up to this event. */
export const moveCursor = async ({ dialect, kysely }: Session, reader: string, eventId: number): Promise<void> => {
  await moveOn[dialect](reader, eventId).execute(kysely);
};
