import type { Context } from '../../platform/context.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import { requireWritingKey } from '../keys/writing-key.ts';
import { getMe } from '../users/get-me.ts';
import { requireDeviceToken } from './device.ts';
import { deleteDevice } from './devices.store.ts';

interface ForgetDevice {
  readonly token: string;
}

/** Ends push messages to a phone of the user who acts; one that is not theirs is left alone. Throws FIELDS_INVALID, RIGHT_MISSING. */
export const forgetDevice = async (ctx: Context, { token }: ForgetDevice): Promise<void> => {
  requireDeviceToken(token);
  await ctx.inTransaction(async (tx) => {
    const { id: userId } = await getMe(tx);
    requireWritingKey(tx, 'forget phones');
    if (!(await deleteDevice(tx.db, userId, token))) return;
    await appendEvent(tx, { type: 'user.device_forgotten', payload: { userId } });
  });
};
