import type { Context } from '../../platform/context.ts';
import { isUsable } from './key.ts';
import { selectKey } from './keys.store.ts';

interface IsKeyUsable {
  /** Null for work that no key began. */
  readonly keyId: number | null;
}

/** Whether work that was begun with the key may go on: it has not ended since. */
export const isKeyUsable = async (ctx: Context, { keyId }: IsKeyUsable): Promise<boolean> => {
  if (keyId === null) return true;
  const key = await selectKey(ctx.db, keyId);
  return key !== undefined && isUsable(key, ctx.now);
};
