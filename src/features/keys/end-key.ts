import type { Context } from '../../platform/context.ts';
import { getKey } from './get-key.ts';
import { revokeKey } from './revoke-key.ts';

interface EndKey {
  readonly keyId: number;
}

/** Ends a key that whoever acts can see, as `revokeKey` does. Throws KEY_NOT_FOUND, RIGHT_MISSING. */
export const endKey = (ctx: Context, { keyId }: EndKey): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    await getKey(tx, { keyId });
    await revokeKey(tx, { keyId });
  });
