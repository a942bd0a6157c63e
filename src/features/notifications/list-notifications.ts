import type { Page } from '../../kernel/page.ts';
import type { Context } from '../../platform/context.ts';
import { findActivities } from '../activities/find-activities.ts';
import { catchUpNotifications } from './follow-notifications.ts';
import type { Notification } from './notification.ts';
import { notificationSightOf } from './notification-sight.ts';
import { selectNotifications } from './notifications.store.ts';

interface ListNotifications {
  readonly page: Page;
}

/** One page of what whoever acts was told of cases, newest first, as far as they can still see it. */
export const listNotifications = async (ctx: Context, { page }: ListNotifications): Promise<Notification[]> => {
  const { userId } = ctx.actor;
  if (userId === null) return [];
  await catchUpNotifications(ctx);
  const told = await selectNotifications(ctx.db, { userId, page, sight: await notificationSightOf(ctx) });
  const activities = await findActivities(ctx, { eventIds: told.map(({ eventId }) => eventId) });
  const byEvent = new Map(activities.map((activity) => [activity.eventId, activity]));
  return told.flatMap(({ id, eventId, reason }) => {
    const activity = byEvent.get(eventId);
    return activity === undefined ? [] : [{ id, reason, activity }];
  });
};
