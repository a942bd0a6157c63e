import { sql } from 'kysely';
import { itemsBefore, type Page } from '../../kernel/page.ts';
import type { Session } from '../../platform/database/session.ts';
import type { NotificationReason } from './notification.ts';

export interface NewNotification {
  readonly userId: number;
  readonly eventId: number;
  readonly caseId: number;
  readonly isInternal: boolean;
  readonly reason: NotificationReason;
  readonly createdAt: number;
}

/** How many rows one statement inserts: each value is a parameter, and SQLite takes 32,766 of them. */
const ROWS_PER_INSERT = 1_000;

/** Writes notifications; who was told of an event already is not told again. */
export const insertNotifications = async (
  { kysely }: Session,
  notifications: readonly NewNotification[],
): Promise<void> => {
  for (let start = 0; start < notifications.length; start += ROWS_PER_INSERT) {
    await kysely
      .insertInto('notifications')
      .values(notifications.slice(start, start + ROWS_PER_INSERT).map(toRow))
      .onConflict((conflict) => conflict.columns(['event_id', 'user_id']).doNothing())
      .execute();
  }
};

const toRow = ({ userId, eventId, caseId, isInternal, reason, createdAt }: NewNotification) => ({
  user_id: userId,
  event_id: eventId,
  case_id: caseId,
  is_internal: isInternal,
  reason,
  created_at: createdAt,
});

interface SelectNotifications {
  readonly userId: number;
  readonly page: Page;
  readonly sight: {
    readonly spaceIds: 'all' | readonly number[];
    readonly internalSpaceIds: 'all' | readonly number[];
  };
}

/** How far back notifications are listed, in entries: each step further back costs as much again. */
const MAX_DEPTH = 10_000;

/** One page of what a user was told of cases that they can still see, newest first. */
export const selectNotifications = async (
  session: Session,
  { userId, page, sight }: SelectNotifications,
): Promise<{ id: number; eventId: number; reason: NotificationReason }[]> => {
  if (itemsBefore(page) >= MAX_DEPTH) return [];
  const rows = await session.kysely
    .selectFrom('notifications')
    .select(['id', 'event_id as eventId', 'reason'])
    .where('user_id', '=', userId)
    .where(({ exists }) => exists(caseInSight(session, sight)))
    .orderBy('id', 'desc')
    .limit(page.length)
    .offset(itemsBefore(page))
    .execute();
  return rows.map((row) => ({ ...row, reason: row.reason as NotificationReason }));
};

/** That a case was deleted is told as long as it is in the bin, and nothing else of it. */
const caseInSight = ({ kysely }: Session, { spaceIds, internalSpaceIds }: SelectNotifications['sight']) => {
  const here = sql<boolean>`cases.id = notifications.case_id and (cases.deleted_at is null or exists (
    select 1 from events where events.id = notifications.event_id and events.type = 'case.deleted'))`;
  let found = kysely.selectFrom('cases').select(sql`1`.as('one')).where(here);
  if (spaceIds !== 'all') found = found.where('space_id', 'in', orNone(spaceIds));
  if (internalSpaceIds === 'all') return found;
  return found.where(({ or, eb }) =>
    or([eb(sql`notifications.is_internal`, '=', false), eb('space_id', 'in', orNone(internalSpaceIds))]),
  );
};

/** No ID is 0; a list without anything in it is no SQL. */
const orNone = (ids: readonly number[]): readonly number[] => (ids.length === 0 ? [0] : ids);

interface DeleteOldest {
  /** In milliseconds since 1970-01-01T00:00:00Z. */
  readonly before: number;
  /** How many of the oldest are looked at. */
  readonly among: number;
}

/** Removes the oldest notifications, those made before an instant, and answers with their number. */
export const deleteOldest = async ({ kysely }: Session, { before, among }: DeleteOldest): Promise<number> => {
  const oldest = kysely.selectFrom('notifications').select(['id', 'created_at']).orderBy('id').limit(among);
  const deleted = await kysely
    .deleteFrom('notifications')
    .where('id', 'in', (db) => db.selectFrom(oldest.as('oldest')).select('id').where('created_at', '<', before))
    .returning('id')
    .execute();
  return deleted.length;
};
