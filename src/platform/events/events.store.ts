import type { Actor } from '../../kernel/actor.ts';
import { unreadEvents } from '../database/event-order.ts';
import { preparedInsert } from '../database/prepared-insert.ts';
import type { Session } from '../database/session.ts';
import type { LoggedEvent } from './logged-event.ts';

interface EventRow {
  readonly type: string;
  readonly spaceId: number | null;
  readonly caseId: number | null;
  readonly actor: Actor;
  readonly at: number;
  readonly payload: unknown;
}

const insertRows = preparedInsert('events', [
  'type',
  'space_id',
  'case_id',
  'actor_id',
  'key_id',
  'door',
  'at',
  'payload',
]);

/** Appends an event to the log. */
export const insertEvent = (session: Session, event: EventRow): Promise<void> =>
  insertRows(session, [
    {
      type: event.type,
      space_id: event.spaceId,
      case_id: event.caseId,
      actor_id: event.actor.userId,
      key_id: event.actor.keyId,
      door: event.actor.door,
      at: event.at,
      payload: JSON.stringify(event.payload),
    },
  ]);

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

/** What a reader of the log may read next, in order. */
export const selectUnreadEvents = async (session: Session, { reader, limit }: SelectUnread): Promise<LoggedEvent[]> => {
  const rows = await unreadEvents(session, reader).select(columns).limit(limit).execute();
  return rows.map((row) => ({ ...row, payload: JSON.parse(row.payload) }));
};

/** Whether there is anything for a reader of the log to read. */
export const hasUnreadEvents = async (session: Session, reader: string): Promise<boolean> =>
  (await unreadEvents(session, reader).select('id').limit(1).execute()).length > 0;
