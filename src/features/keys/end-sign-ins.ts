import type { Context } from '../../platform/context.ts';
import { appendConfigurationEvent } from '../../platform/events/append-event.ts';
import { revokeSignInKeys } from './keys.store.ts';

interface EndSignIns {
  readonly userId: number;
}

/** Ends all keys that the user got by signing in, for good; keys that were issued for a purpose go on working. */
export const endSignIns = (ctx: Context, { userId }: EndSignIns): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    const keyIds = await revokeSignInKeys(tx.db, userId, tx.now);
    for (const keyId of keyIds) await appendConfigurationEvent(tx, { type: 'key.revoked', payload: { keyId, userId } });
  });
