import type { WorkspaceRole } from '../../kernel/permissions.ts';
import type { Context } from '../../platform/context.ts';
import { activateUser } from './activate-user.ts';
import { deactivateUser } from './deactivate-user.ts';
import { getPerson } from './get-person.ts';
import type { Profile } from './profile.ts';
import { requireAdministrator } from './require-administrator.ts';
import { setRole } from './set-role.ts';
import { updateProfile } from './update-profile.ts';

interface UserChanges extends Partial<Profile> {
  readonly role?: WorkspaceRole;
  readonly active?: boolean;
}

interface ChangeUser {
  readonly userId: number;
  readonly changes: UserChanges;
}

/**
 * Changes several properties of a user, all or none, each with the event of its own verb. Throws USER_NOT_FOUND,
 * RIGHT_MISSING, FIELDS_INVALID, LAST_ADMINISTRATOR.
 */
export const changeUser = (ctx: Context, { userId, changes }: ChangeUser): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    const { role, active, ...profile } = changes;
    const { username } = await getPerson(tx, { userId });
    await requireAdministrator(tx, 'change users');
    await updateProfile(tx, { userId, changes: profile });
    if (role !== undefined) await setRole(tx, { username, role });
    if (active === true) await activateUser(tx, { username });
    if (active === false) await deactivateUser(tx, { username });
  });
