import type { Actor } from '../../kernel/actor.ts';
import { positionOn, unreadBy } from '../database/event-order.ts';
import { prepared } from '../database/prepared.ts';
import { preparedInsert } from '../database/prepared-insert.ts';
import type { Dialect, Session } from '../database/session.ts';
import type { LoggedEvent } from './logged-event.ts';

interface EventRow {
  readonly type: string;
  readonly spaceId: number | null;
  readonly caseId: number | null;
  readonly actor: Actor;
  readonly at: number;
  readonly payload: unknown;
}

const insertRows = preparedInsert('events', {
  type: 'text',
  space_id: 'number',
  case_id: 'number',
  actor_id: 'number',
  key_id: 'number',
  door: 'text',
  at: 'number',
  payload: 'text',
});

const toRow = (event: EventRow) => ({
  type: event.type,
  space_id: event.spaceId,
  case_id: event.caseId,
  actor_id: event.actor.userId,
  key_id: event.actor.keyId,
  door: event.actor.door,
  at: event.at,
  payload: JSON.stringify(event.payload),
});

/** Appends events to the log. */
export const insertEvents = (session: Session, events: readonly EventRow[]): Promise<void> =>
  insertRows(session, events.map(toRow));

/** Appends one event to the log, and answers its ID. */
export const insertEvent = async ({ kysely }: Session, event: EventRow): Promise<number> => {
  const { id } = await kysely.insertInto('events').values(toRow(event)).returning('id').executeTakeFirstOrThrow();
  return id;
};

const columns = [
  'id',
  'type',
  'space_id as spaceId',
  'case_id as caseId',
  'actor_id as actorId',
  'at',
  'payload',
] as const;

interface SelectUnread {
  readonly reader: string;
  readonly limit: number;
}

const unread = (dialect: Dialect) =>
  prepared((db, value: SelectUnread) =>
    unreadBy(dialect, db.selectFrom('events'), value.reader)
      .select(columns)
      .select(positionOn(dialect).as('position'))
      .limit(value.limit),
  );

/** Prepared, because it is asked again and again whether there is anything. */
const unreadByDialect = { sqlite: unread('sqlite'), postgres: unread('postgres') };

/** An event and where it stands in the log. */
export interface UnreadEvent extends LoggedEvent {
  readonly position: number;
}

/** What a reader of the log may read next, in order. */
export const selectUnreadEvents = async (session: Session, unread: SelectUnread): Promise<UnreadEvent[]> => {
  const rows = await unreadByDialect[session.dialect].all(session, unread);
  return rows.map((row) => ({ ...row, payload: JSON.parse(row.payload) }));
};

interface EventFailure {
  readonly reader: string;
  readonly eventId: number;
  readonly error: string;
  /** In milliseconds since 1970-01-01T00:00:00Z. */
  readonly failedAt: number;
}

const insertFailures = preparedInsert(
  'event_failures',
  { reader: 'text', event_id: 'number', error: 'text', failed_at: 'number' },
  { onlyNew: true },
);

/** Notes that a reader could not handle an event; once, also when its cursor was restored from an older backup. */
export const insertEventFailure = (
  session: Session,
  { reader, eventId, error, failedAt }: EventFailure,
): Promise<void> => insertFailures(session, [{ reader, event_id: eventId, error, failed_at: failedAt }]);

/** What a reader could not handle and has gone past. */
export interface FailedEvent {
  readonly reader: string;
  readonly error: string;
  /** In milliseconds since 1970-01-01T00:00:00Z. */
  readonly failedAt: number;
  readonly event: LoggedEvent;
}

/** All of them, in the order in which they happened; there are few. */
export const selectFailedEvents = async ({ dialect, kysely }: Session): Promise<FailedEvent[]> => {
  const rows = await kysely
    .selectFrom('event_failures')
    .innerJoin('events', 'events.id', 'event_failures.event_id')
    .select(['reader', 'error', 'failed_at as failedAt'])
    .select(['id', 'type', 'space_id as spaceId', 'case_id as caseId', 'actor_id as actorId', 'at', 'payload'])
    .orderBy(positionOn(dialect))
    .orderBy('reader')
    .execute();
  return rows.map(({ reader, error, failedAt, ...event }) => ({
    ...{ reader, error, failedAt },
    event: { ...event, payload: JSON.parse(event.payload) },
  }));
};

const counts = prepared((db) =>
  db
    .selectFrom('event_failures')
    .select(({ fn }) => ['reader', fn.countAll<number | string>().as('count')])
    .groupBy('reader')
    .orderBy('reader'),
);

/** How many events each reader has gone past; readers without any are left out. */
export const countFailedEvents = async (session: Session): Promise<ReadonlyMap<string, number>> =>
  new Map((await counts.all(session, {})).map(({ reader, count }) => [reader, Number(count)]));

interface FailureOfReader {
  readonly reader: string;
  readonly eventId: number;
}

/** Forgets that a reader could not handle an event; false when that is forgotten already. */
export const deleteEventFailure = async (
  { kysely }: Session,
  { reader, eventId }: FailureOfReader,
): Promise<boolean> => {
  const deleted = await kysely
    .deleteFrom('event_failures')
    .where('reader', '=', reader)
    .where('event_id', '=', eventId)
    .returning('event_id')
    .executeTakeFirst();
  return deleted !== undefined;
};

/** Notes anew why a reader could not handle an event. */
export const updateEventFailure = async (
  { kysely }: Session,
  { reader, eventId, error, failedAt }: EventFailure,
): Promise<void> => {
  await kysely
    .updateTable('event_failures')
    .set({ error, failed_at: failedAt })
    .where('reader', '=', reader)
    .where('event_id', '=', eventId)
    .execute();
};

interface DeleteEventFailures {
  /** In milliseconds since 1970-01-01T00:00:00Z. */
  readonly before: number;
}

/** Forgets the failures before an instant; there are few. */
export const deleteEventFailures = async ({ kysely }: Session, { before }: DeleteEventFailures): Promise<void> => {
  await kysely.deleteFrom('event_failures').where('failed_at', '<', before).execute();
};
