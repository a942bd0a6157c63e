import { invalidField } from '../../kernel/errors.ts';
import { type SpaceRole, spaceRoles } from '../../kernel/permissions.ts';
import type { Context } from '../../platform/context.ts';
import { appendConfigurationEvent } from '../../platform/events/append-event.ts';
import { findUser } from '../users/find-user.ts';
import { upsertMember } from './change-space.store.ts';
import { requireManagedSpace } from './require-managed-space.ts';

interface AddMember {
  readonly spaceId: number;
  readonly userId: number;
  readonly role: SpaceRole;
}

/** Makes a user a member of a space, or gives a member another role. Throws FIELDS_INVALID, RIGHT_MISSING. */
export const addMember = (ctx: Context, { spaceId, userId, role }: AddMember): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    const { members } = await requireManagedSpace(tx, spaceId);
    if (!spaceRoles.includes(role)) throw invalidField('role', `must be one of: ${spaceRoles.join(', ')}`);
    if ((await findUser(tx, userId)) === undefined)
      throw invalidField('userId', `must be a user: there is no ${userId}`);
    const oldRole = members.get(userId);
    if (oldRole === role) return;
    await upsertMember(tx.db, { spaceId, userId, role });
    const type = oldRole === undefined ? 'space.member_added' : 'space.member_role_changed';
    const before = oldRole === undefined ? {} : { oldRole };
    await appendConfigurationEvent(tx, { type, spaceId, payload: { userId, role, ...before } });
  });
