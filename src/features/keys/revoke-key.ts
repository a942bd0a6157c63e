import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { endKeys } from './end-keys.ts';
import { selectKey } from './keys.store.ts';
import { requireKeysOf } from './require-keys-of.ts';

interface RevokeKey {
  readonly keyId: number;
}

/**
 * Ends a key for good, with the keys that were made with it: the next request with one of them is refused, in every
 * process. A narrowed key may end nothing but itself. Throws KEY_NOT_FOUND, RIGHT_MISSING.
 */
export const revokeKey = (ctx: Context, { keyId }: RevokeKey): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    const key = await selectKey(tx.db, keyId);
    if (key === undefined) throw new DomainError('KEY_NOT_FOUND', { message: `There is no API key ${keyId}.` });
    if (tx.actor.keyId !== keyId) await requireKeysOf(tx, { userId: key.userId, purpose: `end API key ${keyId}` });
    await endKeys(tx, { keyIds: [keyId] });
  });
