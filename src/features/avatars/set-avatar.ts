import type { Context } from '../../platform/context.ts';
import { appendConfigurationEvent } from '../../platform/events/append-event.ts';
import { removeFiles } from '../attachments/remove-files.ts';
import { getPerson } from '../users/get-person.ts';
import { requireProfileOf } from '../users/update-profile.ts';
import { selectAvatar, upsertAvatar } from './avatars.store.ts';
import type { ReceivedAvatar } from './receive-avatar.ts';

interface SetAvatar {
  readonly userId: number;
  readonly picture: ReceivedAvatar;
}

/**
 * Gives oneself or, as an administrator, somebody else a picture that was received; the one before is removed. Not with a
 * narrowed key. Throws USER_NOT_FOUND, RIGHT_MISSING.
 */
export const setAvatar = (ctx: Context, { userId, picture }: SetAvatar): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    await getPerson(tx, { userId });
    await requireProfileOf(tx, { userId, purpose: 'choose this picture' });
    const before = await selectAvatar(tx.db, userId);
    const { key: storageKey, contentType, byteSize } = picture;
    // Its address tells pictures apart by their times.
    const createdAt = Math.max(tx.now, (before?.createdAt ?? 0) + 1);
    await upsertAvatar(tx.db, { userId, storageKey, contentType, byteSize, createdAt });
    if (before !== undefined) removeFiles(tx, { keys: [before.storageKey] });
    await appendConfigurationEvent(tx, { type: 'user.updated', payload: { userId, changed: ['avatar'] } });
  });
