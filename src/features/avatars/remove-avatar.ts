import type { Context } from '../../platform/context.ts';
import { appendConfigurationEvent } from '../../platform/events/append-event.ts';
import { removeFiles } from '../attachments/remove-files.ts';
import { getPerson } from '../users/get-person.ts';
import { requireProfileOf } from '../users/update-profile.ts';
import { deleteAvatar, selectAvatar } from './avatars.store.ts';

interface RemoveAvatar {
  readonly userId: number;
}

/**
 * Takes the picture of oneself or, as an administrator, of somebody else away, if there is one; not with a narrowed key.
 * Throws USER_NOT_FOUND, RIGHT_MISSING.
 */
export const removeAvatar = (ctx: Context, { userId }: RemoveAvatar): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    await getPerson(tx, { userId });
    await requireProfileOf(tx, { userId, purpose: 'remove this picture' });
    const before = await selectAvatar(tx.db, userId);
    if (before === undefined) return;
    await deleteAvatar(tx.db, userId);
    removeFiles(tx, { keys: [before.storageKey] });
    await appendConfigurationEvent(tx, { type: 'user.updated', payload: { userId, changed: ['avatar'] } });
  });
