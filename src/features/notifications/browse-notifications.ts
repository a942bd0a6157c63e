import type { Context } from '../../platform/context.ts';
import { findActivities } from '../activities/find-activities.ts';
import { sightOf } from '../activities/sight.ts';
import { getSpace } from '../spaces/get-space.ts';
import { catchUpNotifications } from './follow-notifications.ts';
import type { NotificationFilter, ToldNotification } from './notification.ts';
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
  const sight = await sightOf(ctx);
  const told = await selectNotificationsBefore(ctx.db, { ...which, userId, sight, limit: limit + 1 });
  const page = told.slice(0, limit);
  return { notifications: await withActivities(ctx, page), lastId: told.length > limit ? page.at(-1)?.id : undefined };
};

/** What these notifications tell; of cases that are gone for good, nothing. */
export const withActivities = async (ctx: Context, told: readonly ToldRow[]): Promise<ToldNotification[]> => {
  const activities = await findActivities(ctx, { eventIds: told.map(({ eventId }) => eventId) });
  const byEvent = new Map(activities.map((activity) => [activity.eventId, activity]));
  return told.flatMap(({ id, eventId, reason, readAt }) => {
    const activity = byEvent.get(eventId);
    return activity === undefined ? [] : [{ id, reason, readAt, activity }];
  });
};
