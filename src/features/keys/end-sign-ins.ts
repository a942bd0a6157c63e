import type { Context } from '../../platform/context.ts';
import { appendConfigurationEvent } from '../../platform/events/append-event.ts';
import { revokeSignInKeys } from './keys.store.ts';
import { requireKeysOf } from './require-keys-of.ts';

interface EndSignIns {
  readonly userId: number;
}

/**
 * Ends all keys that the user got by signing in, for good; keys that were issued for a purpose go on working. Throws
 * RIGHT_MISSING.
 */
export const endSignIns = (ctx: Context, { userId }: EndSignIns): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    await requireKeysOf(tx, { userId, purpose: 'end these API keys' });
    const keyIds = await revokeSignInKeys(tx.db, userId, tx.now);
    for (const keyId of keyIds) await appendConfigurationEvent(tx, { type: 'key.revoked', payload: { keyId, userId } });
  });
