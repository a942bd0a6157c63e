import type { Actor } from '../../kernel/actor.ts';
import { preparedInsert } from '../database/prepared-insert.ts';
import type { Session } from '../database/session.ts';

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
