import type { SpaceRole } from '../../kernel/permissions.ts';
import type { Context } from '../../platform/context.ts';
import { appendConfigurationEvent } from '../../platform/events/append-event.ts';
import { upsertMember } from './new-space.store.ts';

interface AddMember {
  readonly spaceId: number;
  readonly userId: number;
  readonly role: SpaceRole;
}

/** Makes a user a member of a space, or gives a member another role. */
export const addMember = (ctx: Context, { spaceId, userId, role }: AddMember): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    await upsertMember(tx.db, { spaceId, userId, role });
    await appendConfigurationEvent(tx, { type: 'space.member_added', spaceId, payload: { userId, role } });
  });
