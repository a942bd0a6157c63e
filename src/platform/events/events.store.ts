import type { Actor } from '../../kernel/actor.ts';
import { prepared } from '../database/prepared.ts';
import type { Session } from '../database/session.ts';

interface EventRow {
  readonly type: string;
  readonly spaceId: number | null;
  readonly caseId: number | null;
  readonly actor: Actor;
  readonly at: number;
  readonly payload: unknown;
}

interface EventValues {
  readonly type: string;
  readonly space_id: number | null;
  readonly case_id: number | null;
  readonly actor_id: number | null;
  readonly key_id: number | null;
  readonly door: string;
  readonly at: number;
  readonly payload: string;
}

const insert = prepared((db, value: EventValues) =>
  db.insertInto('events').values({
    type: value.type,
    space_id: value.space_id,
    case_id: value.case_id,
    actor_id: value.actor_id,
    key_id: value.key_id,
    door: value.door,
    at: value.at,
    payload: value.payload,
  }),
);

export const insertEvent = async (session: Session, event: EventRow): Promise<void> => {
  await insert.all(session, {
    type: event.type,
    space_id: event.spaceId,
    case_id: event.caseId,
    actor_id: event.actor.userId,
    key_id: event.actor.keyId,
    door: event.actor.door,
    at: event.at,
    payload: JSON.stringify(event.payload),
  });
};
