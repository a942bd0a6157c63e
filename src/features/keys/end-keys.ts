import type { Context } from '../../platform/context.ts';
import { appendConfigurationEvent } from '../../platform/events/append-event.ts';
import { revokeWithMade } from './keys.store.ts';

interface EndKeys {
  readonly keyIds: readonly number[];
}

/**
 * Ends these keys and those that were made with them: whoever took a key must not keep another one. Whose they are, and
 * whether whoever acts may, is the caller's to ask.
 */
export const endKeys = async (tx: Context, { keyIds }: EndKeys): Promise<void> => {
  if (keyIds.length === 0) return;
  for (const ended of await revokeWithMade(tx.db, { keyIds, revokedAt: tx.now })) {
    await appendConfigurationEvent(tx, { type: 'key.revoked', payload: { ...ended } });
  }
};
