import type { Context } from '../../platform/context.ts';
import { appendConfigurationEvent } from '../../platform/events/append-event.ts';
import { endSignIns } from '../keys/end-sign-ins.ts';
import { getUserByName } from './find-user.ts';
import { requireAdministrator } from './require-administrator.ts';
import { requireAnotherAdministrator } from './require-another-administrator.ts';
import { updateActive } from './users.store.ts';

interface DeactivateUser {
  readonly username: string;
}

/**
 * Ends a user's access; keys and password stop working at once, cases and history stay. Throws USER_NOT_FOUND,
 * RIGHT_MISSING, LAST_ADMINISTRATOR.
 */
export const deactivateUser = (ctx: Context, { username }: DeactivateUser): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    await requireAdministrator(tx, 'deactivate users');
    const user = await getUserByName(tx, username);
    if (!user.active) return;
    await requireAnotherAdministrator(tx, { user });
    await updateActive(tx.db, user.id, false);
    await endSignIns(tx, { userId: user.id, origins: ['session'] });
    await appendConfigurationEvent(tx, { type: 'user.deactivated', payload: { userId: user.id } });
  });
