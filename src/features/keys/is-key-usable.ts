import type { Context } from '../../platform/context.ts';
import { findUser } from '../users/find-user.ts';
import { isUsable } from './key.ts';
import { selectKey } from './keys.store.ts';

interface IsKeyUsable {
  /** Null for work that no key began. */
  readonly keyId: number | null;
}

/** Whether work that was begun with the key may go on: it has not ended since, and its user is active. */
export const isKeyUsable = async (ctx: Context, { keyId }: IsKeyUsable): Promise<boolean> => {
  if (keyId === null) return true;
  const key = await selectKey(ctx.db, keyId);
  if (key === undefined || !isUsable(key, ctx.now)) return false;
  return (await findUser(ctx, key.userId))?.active === true;
};
