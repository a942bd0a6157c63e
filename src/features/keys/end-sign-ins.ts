import type { Context } from '../../platform/context.ts';
import { appendConfigurationEvent } from '../../platform/events/append-event.ts';
import type { KeyOrigin } from './key.ts';
import { revokeKeysOfOrigins } from './keys.store.ts';
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
export const endSignIns = (
  ctx: Context,
  { userId, origins = ['sign-in', 'session'], ...except }: EndSignIns,
): Promise<number> =>
  ctx.inTransaction(async (tx) => {
    await requireKeysOf(tx, { userId, purpose: 'end these API keys' });
    const keyIds = await revokeKeysOfOrigins(tx.db, { userId, origins, revokedAt: tx.now, ...except });
    for (const keyId of keyIds) await appendConfigurationEvent(tx, { type: 'key.revoked', payload: { keyId, userId } });
    return keyIds.length;
  });
