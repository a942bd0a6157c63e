import type { Context } from '../../platform/context.ts';
import { endKeys } from './end-keys.ts';
import { type KeyOrigin, signInOrigins } from './key.ts';
import { selectLiveKeys } from './keys.store.ts';
import { requireKeysOf } from './require-keys-of.ts';

interface EndSignIns {
  readonly userId: number;
  /** How they came about; both ways to sign in unless told. */
  readonly origins?: readonly KeyOrigin[];
  /** One that goes on working. */
  readonly exceptId?: number;
}

/**
 * Ends all keys and sessions that the user got by signing in, for good; keys that were issued for a purpose go on
 * working. Answers with how many there were. Throws RIGHT_MISSING.
 */
export const endSignIns = (ctx: Context, { userId, origins = signInOrigins, exceptId }: EndSignIns): Promise<number> =>
  ctx.inTransaction(async (tx) => {
    await requireKeysOf(tx, { userId, purpose: 'end these API keys' });
    const live = await selectLiveKeys(tx.db, { userId, origins });
    const keyIds = live.map(({ id }) => id).filter((id) => id !== exceptId);
    await endKeys(tx, { keyIds });
    return keyIds.length;
  });
