import { itemsBefore, type Page } from '../../kernel/page.ts';
import { preparedInsert } from '../../platform/database/prepared-insert.ts';
import type { Session } from '../../platform/database/session.ts';
import type {
  NotificationFilter,
  NotificationReason,
  NotificationSight,
  ToldReason,
  UnreadInSpace,
} from './notification.ts';
import { inSight, orNone, spaceOfNotification } from './notifications-in-sight.store.ts';

export interface NewNotification {
  readonly userId: number;
  readonly eventId: number;
  /** Null when it is about something else: what, the event tells. */
  readonly caseId: number | null;
  readonly isInternal: boolean;
  readonly reason: ToldReason;
  readonly createdAt: number;
}

const insertRows = preparedInsert(
  'notifications',
  {
    user_id: 'number',
    event_id: 'number',
    case_id: 'number',
    is_internal: 'flag',
    reason: 'text',
    created_at: 'number',
  },
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

interface OfUser {
  readonly userId: number;
  readonly sight: NotificationSight;
}

interface SelectNotifications extends OfUser {
  readonly page: Page;
}

/** How far back notifications are listed, in entries: each step further back costs as much again. */
const MAX_DEPTH = 10_000;

/** One page of what a user was told of cases, and of nothing else, that they can still see, newest first. */
export const selectNotifications = async (
  session: Session,
  { userId, page, sight }: SelectNotifications,
): Promise<{ id: number; eventId: number; reason: NotificationReason }[]> => {
  if (itemsBefore(page) >= MAX_DEPTH) return [];
  const ofCases = session.kysely
    .selectFrom('notifications')
    .where('user_id', '=', userId)
    .where('case_id', 'is not', null);
  const rows = await inSight(ofCases, sight)
    .select(['id', 'event_id as eventId', 'reason'])
    .orderBy('id', 'desc')
    .limit(page.length)
    .offset(itemsBefore(page))
    .execute();
  return rows.map((row) => ({ ...row, reason: row.reason as NotificationReason }));
};

interface SelectBefore extends OfUser, NotificationFilter {
  readonly beforeId: number | undefined;
  readonly limit: number;
}

/** What is kept of a notification itself. */
export interface ToldRow {
  readonly id: number;
  readonly eventId: number;
  readonly reason: ToldReason;
  readonly readAt: number | null;
}

const toldColumns = ['id', 'event_id as eventId', 'reason', 'read_at as readAt'] as const;

const toTold = ({ reason, ...row }: Omit<ToldRow, 'reason'> & { readonly reason: string }): ToldRow => ({
  ...row,
  reason: reason as ToldReason,
});

/** A page of what a user was told and may still be told, newest first. */
export const selectNotificationsBefore = async (
  { kysely }: Session,
  { userId, sight, beforeId, limit, unreadOnly, spaceId }: SelectBefore,
): Promise<ToldRow[]> => {
  let told = inSight(kysely.selectFrom('notifications').where('user_id', '=', userId), sight);
  if (beforeId !== undefined) told = told.where('id', '<', beforeId);
  if (unreadOnly) told = told.where('read_at', 'is', null);
  if (spaceId !== undefined) told = told.where(spaceOfNotification, '=', spaceId);
  return (await told.select(toldColumns).orderBy('id', 'desc').limit(limit).execute()).map(toTold);
};

/** One notification of a user that they may still be told. */
export const selectNotification = async (
  { kysely }: Session,
  { id, userId, sight }: OfUser & { readonly id: number },
): Promise<ToldRow | undefined> => {
  const own = kysely.selectFrom('notifications').where('user_id', '=', userId).where('id', '=', id);
  const row = await inSight(own, sight).select(toldColumns).executeTakeFirst();
  return row && toTold(row);
};

/** How many notifications of a user that they may still be told are unread, by space. */
export const countUnreadBySpace = async ({ kysely }: Session, { userId, sight }: OfUser): Promise<UnreadInSpace[]> => {
  const unread = kysely.selectFrom('notifications').where('user_id', '=', userId).where('read_at', 'is', null);
  const rows = await kysely
    .selectFrom(inSight(unread, sight).select(spaceOfNotification.as('spaceId')).as('told'))
    .select(({ fn }) => ['spaceId', fn.countAll().as('unread')])
    .groupBy('spaceId')
    .orderBy('spaceId')
    .execute();
  return rows.map(({ spaceId, unread: count }) => ({ spaceId, unread: Number(count) }));
};

interface UpdateReadAt extends OfUser {
  readonly readAt: number | null;
  readonly ids?: readonly number[];
  readonly upTo?: number;
  readonly spaceId?: number;
}

/** Marks those of a user's notifications that are not marked so yet, as far as they are in sight; answers their IDs. */
export const updateReadAt = async (
  { kysely }: Session,
  { userId, sight, readAt, ids, upTo, spaceId }: UpdateReadAt,
): Promise<number[]> => {
  let which = inSight(kysely.selectFrom('notifications').where('user_id', '=', userId), sight).where(
    'read_at',
    readAt === null ? 'is not' : 'is',
    null,
  );
  if (ids !== undefined) which = which.where('id', 'in', orNone(ids));
  if (upTo !== undefined) which = which.where('id', '<=', upTo);
  if (spaceId !== undefined) which = which.where(spaceOfNotification, '=', spaceId);
  const marked = await kysely
    .updateTable('notifications')
    .set({ read_at: readAt })
    .where('id', 'in', which.select('id'))
    .returning('id')
    .execute();
  return marked.map(({ id }) => id);
};

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
