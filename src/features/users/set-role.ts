import { invalidField } from '../../kernel/errors.ts';
import { type WorkspaceRole, workspaceRoles } from '../../kernel/permissions.ts';
import type { Context } from '../../platform/context.ts';
import { appendConfigurationEvent } from '../../platform/events/append-event.ts';
import { getUserByName } from './find-user.ts';
import { requireAdministrator } from './require-administrator.ts';
import { requireAnotherAdministrator } from './require-another-administrator.ts';
import { updateRole } from './users.store.ts';

interface SetRole {
  readonly username: string;
  readonly role: WorkspaceRole;
}

/**
 * Gives a user another role in the workspace, from the next request on. Throws USER_NOT_FOUND, FIELDS_INVALID,
 * RIGHT_MISSING, LAST_ADMINISTRATOR.
 */
export const setRole = (ctx: Context, { username, role }: SetRole): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    await requireAdministrator(tx, 'give roles');
    if (!workspaceRoles.includes(role)) throw invalidField('role', `must be one of: ${workspaceRoles.join(', ')}`);
    const user = await getUserByName(tx, username);
    if (user.role === role) return;
    if (role !== 'administrator') await requireAnotherAdministrator(tx, { user });
    await updateRole(tx.db, user.id, role);
    await appendConfigurationEvent(tx, {
      type: 'user.role_changed',
      payload: { userId: user.id, role, oldRole: user.role },
    });
  });
