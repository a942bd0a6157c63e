import type { Context } from '../../platform/context.ts';
import { appendConfigurationEvent } from '../../platform/events/append-event.ts';
import { getUserByName } from './find-user.ts';
import { requireAdministrator } from './require-administrator.ts';
import { updateActive } from './users.store.ts';

interface ActivateUser {
  readonly username: string;
}

/** Gives a deactivated user access again; keys that were not revoked work as before. Throws USER_NOT_FOUND, RIGHT_MISSING. */
export const activateUser = (ctx: Context, { username }: ActivateUser): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    await requireAdministrator(tx, 'activate users');
    const user = await getUserByName(tx, username);
    if (user.active) return;
    await updateActive(tx.db, user.id, true);
    await appendConfigurationEvent(tx, { type: 'user.activated', payload: { userId: user.id } });
  });
