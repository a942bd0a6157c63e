import type { Context } from '../../platform/context.ts';
import { findUser } from '../users/find-user.ts';
import { isUsable } from './key.ts';
import { selectKey } from './keys.store.ts';

/** Whether whoever acts would be let in again: the key is neither revoked nor expired, and its user is active. */
export const isStillLetIn = async (ctx: Context): Promise<boolean> => {
  const { userId, keyId } = ctx.actor;
  if (userId === null) return true;
  if ((await findUser(ctx, userId))?.active !== true) return false;
  if (keyId === null) return true;
  const key = await ctx.remember(`key number ${keyId}`, () => selectKey(ctx.db, keyId));
  return key !== undefined && isUsable(key, ctx.now);
};
