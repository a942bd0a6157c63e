import { sql } from 'kysely';
import { positionOn, readFrom } from '../../platform/database/event-order.ts';
import { idsIn } from '../../platform/database/ids-in.ts';
import { type Prepared, prepared } from '../../platform/database/prepared.ts';
import type { Dialect, Session } from '../../platform/database/session.ts';
import type { EventRow } from './event.ts';

const columns = [
  'events.id as id',
  'events.type as type',
  'events.space_id as spaceId',
  'events.case_id as caseId',
  'events.actor_id as actorId',
  'events.key_id as keyId',
  'events.door as door',
  'events.at as at',
  'events.payload as payload',
] as const;

/** As a value and not as a join: a page of the log is read along the log, whatever the statistics say. */
const caseSpace = sql<number | null>`(select cases.space_id from cases where cases.id = events.case_id)`;

interface SelectEvents {
  readonly after: number;
  readonly limit: number;
}

const page = (dialect: Dialect, withCaseSpace: boolean): Prepared<SelectEvents, EventRow> =>
  prepared((db, value: SelectEvents) =>
    readFrom(dialect, db.selectFrom('events'), value.after)
      .select(columns)
      .select([
        positionOn(dialect).as('position'),
        (withCaseSpace ? caseSpace : sql<number | null>`null`).as('caseSpaceId'),
      ])
      .limit(value.limit),
  );

const pages = {
  sqlite: { withCaseSpace: page('sqlite', true), without: page('sqlite', false) },
  postgres: { withCaseSpace: page('postgres', true), without: page('postgres', false) },
} as const;

/** What comes next in the log; without the spaces of the cases when nobody asks in which they are now. */
export const selectEventsAfter = (
  session: Session,
  { withCaseSpace, ...range }: SelectEvents & { readonly withCaseSpace: boolean },
): Promise<EventRow[]> => pages[session.dialect][withCaseSpace ? 'withCaseSpace' : 'without'].all(session, range);

/** Events by their IDs, in the order of the log. */
export const selectEventsById = (session: Session, ids: readonly number[]): Promise<EventRow[]> =>
  session.kysely
    .selectFrom('events')
    .select(columns)
    .select([positionOn(session.dialect).as('position'), caseSpace.as('caseSpaceId')])
    .where(idsIn(session, 'events.id', ids))
    .orderBy(positionOn(session.dialect))
    .execute();

const lastOn = (dialect: Dialect) =>
  prepared((db) => db.selectFrom('events').select(sql<number | null>`max(${positionOn(dialect)})`.as('position')));

const last = { sqlite: lastOn('sqlite'), postgres: lastOn('postgres') } as const;

/** The end of the log: the position of its last event, 0 when there is none. */
export const selectLastPosition = async (session: Session): Promise<number> =>
  (await last[session.dialect].first(session, {}))?.position ?? 0;
