import type { Context } from '../../platform/context.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import { requireWritingKey } from '../keys/writing-key.ts';
import { getMe } from '../users/get-me.ts';
import { type DevicePlatform, requireDeviceToken } from './device.ts';
import { deleteOldDevices, upsertDevice } from './devices.store.ts';

interface RegisterDevice {
  readonly platform: DevicePlatform;
  /** What the phone's maker calls it by. */
  readonly token: string;
}

/** How many phones a user can have; the ones registered longest ago are forgotten first. */
const MAX_DEVICES = 20;

/**
 * Lets a phone get push messages of the user who acts. A phone is one user's: it moves to whoever registers it last.
 * Throws FIELDS_INVALID, RIGHT_MISSING.
 */
export const registerDevice = async (ctx: Context, { platform, token }: RegisterDevice): Promise<void> => {
  requireDeviceToken(token);
  await ctx.inTransaction(async (tx) => {
    const { id: userId } = await getMe(tx);
    requireWritingKey(tx, 'register phones');
    await upsertDevice(tx.db, { token, userId, platform, createdAt: tx.now });
    await deleteOldDevices(tx.db, userId, MAX_DEVICES);
    await appendEvent(tx, { type: 'user.device_registered', payload: { userId, platform } });
  });
};
