import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { appendConfigurationEvent } from '../../platform/events/append-event.ts';
import { deleteMember } from './change-space.store.ts';
import { requireManagedSpace } from './require-managed-space.ts';

interface RemoveMember {
  readonly spaceId: number;
  readonly userId: number;
}

/** Ends a membership; cases, comments and history of the user stay. Throws USER_NOT_FOUND, RIGHT_MISSING. */
export const removeMember = (ctx: Context, { spaceId, userId }: RemoveMember): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    const { space, members } = await requireManagedSpace(tx, spaceId);
    const role = members.get(userId);
    if (role === undefined) {
      throw new DomainError('USER_NOT_FOUND', { message: `User ${userId} is not a member of "${space.name}".` });
    }
    await deleteMember(tx.db, { spaceId, userId });
    await appendConfigurationEvent(tx, { type: 'space.member_removed', spaceId, payload: { userId, role } });
  });
