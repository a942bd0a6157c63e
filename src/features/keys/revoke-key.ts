import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { appendConfigurationEvent } from '../../platform/events/append-event.ts';
import { selectKey, updateRevokedAt } from './keys.store.ts';
import { requireKeysOf } from './require-keys-of.ts';

interface RevokeKey {
  readonly keyId: number;
}

/** Ends a key for good: the next request with it is refused, in every process. Throws KEY_NOT_FOUND, RIGHT_MISSING. */
export const revokeKey = (ctx: Context, { keyId }: RevokeKey): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    const key = await selectKey(tx.db, keyId);
    if (key === undefined) throw new DomainError('KEY_NOT_FOUND', { message: `There is no API key ${keyId}.` });
    await requireKeysOf(tx, { userId: key.userId, purpose: `end API key ${keyId}` });
    if (key.revokedAt !== null) return;
    await updateRevokedAt(tx.db, keyId, tx.now);
    await appendConfigurationEvent(tx, { type: 'key.revoked', payload: { keyId, userId: key.userId } });
  });
