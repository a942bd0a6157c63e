import type { Actor, Door, KeyScope } from '../../kernel/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { findUser } from '../users/find-user.ts';
import { type ApiKey, hashKey, isUsable, scopeOf } from './key.ts';
import { selectKeyByHash } from './keys.store.ts';

interface Authenticate {
  readonly key: string;
  readonly door: Door;
}

/** Who acts with this key. Throws KEY_UNKNOWN when it is unknown, expired or revoked, or its user deactivated. */
export const authenticate = async (ctx: Context, { key, door }: Authenticate): Promise<Actor> => {
  await ctx.platform.database.noticeChanges();
  const hash = hashKey(key);
  const found = await ctx.remember(`key ${hash}`, () => loadKey(ctx, hash));
  if (found === undefined || !isUsable(found, ctx.now)) throw new DomainError('KEY_UNKNOWN');
  const user = await findUser(ctx, found.userId);
  if (user === undefined || !user.active) throw new DomainError('KEY_UNKNOWN');
  return { userId: user.id, keyId: found.id, door, ...(found.scope === undefined ? {} : { scope: found.scope }) };
};

const loadKey = async (ctx: Context, hash: string): Promise<(ApiKey & { scope: KeyScope | undefined }) | undefined> => {
  const key = await selectKeyByHash(ctx.db, hash);
  return key && { ...key, scope: scopeOf(key) };
};
