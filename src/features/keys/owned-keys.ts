import type { Context } from '../../platform/context.ts';
import { findUser } from '../users/find-user.ts';
import type { User } from '../users/user.ts';
import type { ApiKey } from './key.ts';

/** A key, and in whose name it works. */
export interface OwnedKey {
  readonly key: ApiKey;
  readonly owner: User;
}

/** The keys with whose they are. */
export const ownedKeys = (ctx: Context, keys: readonly ApiKey[]): Promise<OwnedKey[]> =>
  Promise.all(keys.map(async (key) => ({ key, owner: await ownerOf(ctx, key) })));

const ownerOf = async (ctx: Context, { id, userId }: ApiKey): Promise<User> => {
  const owner = await findUser(ctx, userId);
  if (owner === undefined) throw new Error(`API key ${id} is of nobody.`);
  return owner;
};
