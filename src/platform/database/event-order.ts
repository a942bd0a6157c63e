import { type SelectQueryBuilder, sql } from 'kysely';
import type { Schema } from './schema.ts';
import type { Dialect, Session } from './session.ts';

type Events = SelectQueryBuilder<Schema, 'events', object>;

/** How many events one transaction puts in order. */
const EVENTS_PER_PLACING = 5_000;

/** Where an event stands in the log: nothing ever appears before what was read. Source: docs/adr/0015. */
const position: Readonly<Record<Dialect, string>> = {
  // One writer: IDs are in the order of the commits.
  sqlite: 'events.id',
  // IDs are given before the commit, so positions are given after it.
  postgres: 'events.position',
};

/** The position of an event as a value in a statement. */
export const positionOn = (dialect: Dialect) => sql<number>`${sql.ref(position[dialect])}`;

/** Narrows the log to what comes after a position, in the order in which everybody reads it. */
export const readFrom = (dialect: Dialect, events: Events, after: number): Events =>
  events.where(positionOn(dialect), '>', after).orderBy(positionOn(dialect));

/** The same for what a reader has not read yet. */
export const unreadBy = (dialect: Dialect, events: Events, reader: string): Events =>
  events
    .where(
      positionOn(dialect),
      '>',
      sql<number>`coalesce((select position from event_cursors where reader = ${reader}), 0)`,
    )
    .orderBy(positionOn(dialect));

/**
 * In the order of the index that has only these: where the statistics are of a moment when many had no position, as after
 * an import, PostgreSQL would otherwise go through the whole log to find that there is none.
 */
const UNPLACED = 'select id from events where position is null order by id limit 1';

/** Whether events have been committed that have no position yet. */
export const hasUnplacedEvents = async ({ dialect, run }: Session): Promise<boolean> =>
  dialect === 'postgres' && (await run(UNPLACED, [])).length > 0;

/**
 * Gives positions to events that were committed, as part of a transaction that nobody else who does this runs beside;
 * answers whether some may be left. The ID decides among those that this transaction sees: of two events of one case,
 * the later one has the higher ID and is never seen without the earlier one.
 */
export const placeEvents = async ({ kysely }: Session): Promise<boolean> => {
  const { rows } = await sql<{ count: number }>`
    with unplaced as materialized (
      select id from events where position is null order by id limit ${EVENTS_PER_PLACING}),
    placed as (
      select id, row_number() over (order by id) + (select coalesce(max(position), 0) from events) as position
      from unplaced),
    written as (update events set position = placed.position from placed where events.id = placed.id returning 1)
    select count(*) as count from written`.execute(kysely);
  return rows[0]?.count === EVENTS_PER_PLACING;
};

/** Notes, as part of the transaction, that a reader has read everything up to this position. */
export const moveCursor = async ({ kysely }: Session, reader: string, place: number): Promise<void> => {
  await sql`insert into event_cursors (reader, position) values (${reader}, ${place})
    on conflict (reader) do update set position = excluded.position`.execute(kysely);
};
