import type { Context } from '../../platform/context.ts';
import { sightOf } from '../activities/sight.ts';
import { spaceIdsWithRight } from '../spaces/spaces-with-right.ts';
import { isUnlimitedAdministrator } from '../users/is-unlimited-administrator.ts';
import type { NotificationSight } from './notification.ts';

/** What whoever acts may still be told, by their rights at this moment. */
export const notificationSightOf = async (ctx: Context): Promise<NotificationSight> => ({
  ...(await sightOf(ctx)),
  managedSpaceIds: await spaceIdsWithRight(ctx, 'ManageSpace'),
  workspace: await isUnlimitedAdministrator(ctx),
});
