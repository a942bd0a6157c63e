import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import type { ApiKey } from './key.ts';
import { selectKey } from './keys.store.ts';

/** The key with which whoever acts has come. Throws KEY_NOT_FOUND for the operator of the machine, who needs none. */
export const getOwnKey = async (ctx: Context): Promise<ApiKey> => {
  const { keyId } = ctx.actor;
  const key = keyId === null ? undefined : await selectKey(ctx.db, keyId);
  if (key === undefined) throw new DomainError('KEY_NOT_FOUND');
  return key;
};
