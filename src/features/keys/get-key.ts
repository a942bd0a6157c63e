import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { isUnlimitedAdministrator } from '../users/is-unlimited-administrator.ts';
import type { ApiKey } from './key.ts';
import { selectKey } from './keys.store.ts';

interface GetKey {
  readonly keyId: number;
}

/**
 * A key that is no session, also one that has ended, for its user and for administrators; with a narrowed key one reads
 * that key alone. Throws KEY_NOT_FOUND when there is none for whoever acts.
 */
export const getKey = async (ctx: Context, { keyId }: GetKey): Promise<ApiKey> => {
  const { actor } = ctx;
  const found = await selectKey(ctx.db, keyId);
  const isOwn = found?.userId === actor.userId && (actor.scope === undefined || actor.keyId === keyId);
  if (found !== undefined && found.origin !== 'session' && (isOwn || (await isUnlimitedAdministrator(ctx)))) {
    return found;
  }
  throw new DomainError('KEY_NOT_FOUND', { message: `There is no API key ${keyId}.` });
};
