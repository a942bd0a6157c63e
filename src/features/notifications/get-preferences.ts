import type { Context } from '../../platform/context.ts';
import { type NotificationReason, notificationReasons } from './notification.ts';
import { selectUnwanted } from './preferences.store.ts';

/** For each reason, whether whoever acts wants to be told of cases for it; what nobody has switched off is wanted. */
export type Preferences = Readonly<Record<NotificationReason, boolean>>;

export const getPreferences = async (ctx: Context): Promise<Preferences> => {
  const userId = ctx.actor.userId ?? 0;
  const unwanted = (await selectUnwanted(ctx.db, [userId])).get(userId);
  return Object.fromEntries(
    notificationReasons.map((reason) => [reason, unwanted?.has(reason) !== true]),
  ) as Preferences;
};
