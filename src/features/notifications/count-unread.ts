import type { Context } from '../../platform/context.ts';
import { catchUpNotifications } from './follow-notifications.ts';
import type { UnreadInSpace } from './notification.ts';
import { notificationSightOf } from './notification-sight.ts';
import { countUnreadBySpace } from './notifications.store.ts';

/** How much of what whoever acts has been told so far, and can still see, is unread, by space. */
export const countUnread = async (ctx: Context): Promise<readonly UnreadInSpace[]> =>
  countUnreadBySpace(ctx.db, { userId: ctx.actor.userId ?? 0, sight: await notificationSightOf(ctx) });

/** The same after everybody was told what has happened until now. */
export const countUnreadNow = async (ctx: Context): Promise<readonly UnreadInSpace[]> => {
  await catchUpNotifications(ctx);
  return countUnread(ctx);
};
