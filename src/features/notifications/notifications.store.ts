import { type SelectQueryBuilder, sql } from 'kysely';
import { itemsBefore, type Page } from '../../kernel/page.ts';
import { preparedInsert } from '../../platform/database/prepared-insert.ts';
import type { Schema } from '../../platform/database/schema.ts';
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

const insertRows = preparedInsert(
  'notifications',
  ['user_id', 'event_id', 'case_id', 'is_internal', 'reason', 'created_at'],
  { onlyNew: true },
);

/** Writes notifications; who was told of an event already is not told again. */
export const insertNotifications = (session: Session, notifications: readonly NewNotification[]): Promise<void> =>
  insertRows(session, notifications.map(toRow));

const toRow = ({ userId, eventId, caseId, isInternal, reason, createdAt }: NewNotification) => ({
  user_id: userId,
  event_id: eventId,
  case_id: caseId,
  is_internal: isInternal,
  reason,
  created_at: createdAt,
});

/** Removes what was told of these cases. */
export const deleteNotificationsOfCases = async ({ kysely }: Session, caseIds: readonly number[]): Promise<void> => {
  if (caseIds.length > 0) await kysely.deleteFrom('notifications').where('case_id', 'in', caseIds).execute();
};

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
  const rows = await inSight(session.kysely.selectFrom('notifications').where('user_id', '=', userId), sight)
    .select(['id', 'event_id as eventId', 'reason'])
    .orderBy('id', 'desc')
    .limit(page.length)
    .offset(itemsBefore(page))
    .execute();
  return rows.map((row) => ({ ...row, reason: row.reason as NotificationReason }));
};

/**
 * Whether the case is in one of the spaces, and not in the bin unless that is what is told. As a value and not as a
 * join: without statistics PostgreSQL would begin with the cases.
 */
const isIn = (spaceIds: 'all' | readonly number[]) => sql<boolean>`(
  select ${spaceIds === 'all' ? sql`cases.space_id > 0` : sql`cases.space_id in (${sql.join(orNone(spaceIds))})`}
  from cases where cases.id = notifications.case_id and (cases.deleted_at is null or exists (
    select 1 from events where events.id = notifications.event_id and events.type = 'case.deleted')))`;

type Told = SelectQueryBuilder<Schema, 'notifications', object>;

const inSight = (told: Told, { spaceIds, internalSpaceIds }: SelectNotifications['sight']): Told => {
  const visible = told.where(isIn(spaceIds));
  if (internalSpaceIds === 'all') return visible;
  return visible.where(({ or, eb }) => or([eb('is_internal', '=', false), isIn(internalSpaceIds)]));
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
