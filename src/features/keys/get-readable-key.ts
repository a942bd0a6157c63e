import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { findUser } from '../users/find-user.ts';
import type { ApiKey } from './key.ts';
import { selectKey } from './keys.store.ts';

interface GetReadableKey {
  readonly keyId: number;
}

/**
 * The key, also one that has ended, for its user, for administrators and for the operator. Throws KEY_NOT_FOUND when
 * there is none for whoever acts.
 */
export const getReadableKey = async (ctx: Context, { keyId }: GetReadableKey): Promise<ApiKey> => {
  const found = await selectKey(ctx.db, keyId);
  if (found !== undefined && (await mayRead(ctx, found))) return found;
  throw new DomainError('KEY_NOT_FOUND', { message: `There is no key ${keyId}.` });
};

const mayRead = async (ctx: Context, { userId }: ApiKey): Promise<boolean> => {
  const { actor } = ctx;
  if (actor.userId === null || actor.userId === userId) return true;
  return actor.scope === undefined && (await findUser(ctx, actor.userId))?.role === 'administrator';
};
