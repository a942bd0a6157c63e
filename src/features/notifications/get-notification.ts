import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { withContents } from './browse-notifications.ts';
import type { ToldNotification } from './notification.ts';
import { notificationSightOf } from './notification-sight.ts';
import { selectNotification } from './notifications.store.ts';

interface GetNotification {
  readonly notificationId: number;
}

/** One thing that whoever acts was told and can still see. Throws NOTIFICATION_NOT_FOUND. */
export const getNotification = async (ctx: Context, { notificationId }: GetNotification): Promise<ToldNotification> => {
  const userId = ctx.actor.userId ?? 0;
  const row = await selectNotification(ctx.db, { id: notificationId, userId, sight: await notificationSightOf(ctx) });
  const [found] = row === undefined ? [] : await withContents(ctx, [row]);
  if (found !== undefined) return found;
  throw new DomainError('NOTIFICATION_NOT_FOUND', { message: `There is no notification ${notificationId}.` });
};
