import { invalidField } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import type { User } from '../users/user.ts';
import { hashKey, newKey } from './key.ts';
import { insertKey } from './keys.store.ts';

interface CreateKey {
  readonly user: User;
  /** What the key is for, in its owner's words. */
  readonly name: string;
  readonly expiresAt?: number | null;
  /** A key chosen beforehand: only for the sandbox. */
  readonly key?: string;
}

/** Issues an API key; this is the only time it can be read. Throws FIELDS_INVALID. */
export const createKey = (
  ctx: Context,
  { user, name, expiresAt = null, key = newKey(user.username) }: CreateKey,
): Promise<string> =>
  ctx.inTransaction(async (tx) => {
    if (!user.active) throw invalidField('username', `must be active: ${user.username} is deactivated`);
    const id = await insertKey(tx.db, { userId: user.id, name, hash: hashKey(key), createdAt: tx.now, expiresAt });
    await appendEvent(tx, { type: 'key.created', payload: { keyId: id, userId: user.id, name } });
    return key;
  });
