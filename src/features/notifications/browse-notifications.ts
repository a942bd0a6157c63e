import type { Context } from '../../platform/context.ts';
import { findActivities } from '../activities/find-activities.ts';
import { getSpace } from '../spaces/get-space.ts';
import { findNotices } from './find-notices.ts';
import { catchUpNotifications } from './follow-notifications.ts';
import type { NotificationFilter, ToldNotification } from './notification.ts';
import { notificationSightOf } from './notification-sight.ts';
import { selectNotificationsBefore, type ToldRow } from './notifications.store.ts';

interface BrowseNotifications extends NotificationFilter {
  /** The notification before which, in time, the page begins. */
  readonly beforeId: number | undefined;
  /** How many notifications the page has at the most. */
  readonly limit: number;
}

interface NotificationPage {
  readonly notifications: readonly ToldNotification[];
  /** The last one of the page when there are more behind it. */
  readonly lastId: number | undefined;
}

/**
 * What whoever acts was told, newest first, as far as they can still see it, as a page that begins behind one of them.
 * Throws SPACE_NOT_FOUND.
 */
export const browseNotifications = async (
  ctx: Context,
  { limit, ...which }: BrowseNotifications,
): Promise<NotificationPage> => {
  const userId = ctx.actor.userId ?? 0;
  if (which.spaceId !== undefined) await getSpace(ctx, { spaceId: which.spaceId });
  await catchUpNotifications(ctx);
  const sight = await notificationSightOf(ctx);
  const told = await selectNotificationsBefore(ctx.db, { ...which, userId, sight, limit: limit + 1 });
  const page = told.slice(0, limit);
  return { notifications: await withContents(ctx, page), lastId: told.length > limit ? page.at(-1)?.id : undefined };
};

/** What these notifications tell; of cases that are gone for good, nothing. */
export const withContents = async (ctx: Context, told: readonly ToldRow[]): Promise<ToldNotification[]> => {
  const eventIds = told.map(({ eventId }) => eventId);
  const activities = new Map((await findActivities(ctx, { eventIds })).map((activity) => [activity.eventId, activity]));
  const notices = await findNotices(ctx, { eventIds: eventIds.filter((id) => !activities.has(id)) });
  return told.flatMap(({ eventId, ...row }): ToldNotification[] => {
    const activity = activities.get(eventId);
    if (activity !== undefined) return [{ ...row, about: { activity } }];
    const notice = notices.get(eventId);
    return notice === undefined ? [] : [{ ...row, about: { notice } }];
  });
};
