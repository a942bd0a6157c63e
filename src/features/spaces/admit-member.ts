import type { SpaceRole } from '../../kernel/permissions.ts';
import type { Context } from '../../platform/context.ts';
import { getPerson } from '../users/get-person.ts';
import { addMember } from './add-member.ts';
import { requireManagedSpace } from './require-managed-space.ts';

interface AdmitMember {
  readonly spaceId: number;
  readonly userId: number;
  readonly role: SpaceRole;
}

/**
 * Gives somebody whom whoever acts can see a role in a space, the first or another one. Throws SPACE_NOT_FOUND,
 * RIGHT_MISSING, USER_NOT_FOUND.
 */
export const admitMember = (ctx: Context, { spaceId, userId, role }: AdmitMember): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    await requireManagedSpace(tx, spaceId);
    await getPerson(tx, { userId });
    await addMember(tx, { spaceId, userId, role });
  });
