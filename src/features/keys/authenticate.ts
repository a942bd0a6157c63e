import type { Actor, Door, KeyScope } from '../../kernel/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { findUser } from '../users/find-user.ts';
import { type ApiKey, hashKey, isUsable, scopeOf } from './key.ts';
import { selectKeyByHash } from './keys.store.ts';
import { noteUse, type RememberedUse } from './note-use.ts';

interface Authenticate {
  readonly key: string;
  readonly door: Door;
}

interface AuthenticateSession {
  /** What the cookie of the session holds. */
  readonly secret: string;
  readonly door: Door;
}

/**
 * Who acts with this key. Throws KEY_UNKNOWN when it is unknown, expired or revoked, or its user deactivated. What a
 * cookie holds is no key: requests with it are checked for where they come from.
 */
export const authenticate = async (ctx: Context, { key, door }: Authenticate): Promise<Actor> => {
  const found = await findUsable(ctx, key);
  if (found === undefined || found.key.origin === 'session') throw new DomainError('KEY_UNKNOWN');
  return actorWith(ctx, found, door);
};

/** Who acts in this session. Throws SESSION_ENDED when it is unknown, over or ended, or its user deactivated. */
export const authenticateSession = async (ctx: Context, { secret, door }: AuthenticateSession): Promise<Actor> => {
  const found = await findUsable(ctx, secret);
  if (found?.key.origin !== 'session') throw new DomainError('SESSION_ENDED');
  return actorWith(ctx, found, door);
};

/** A key as processes remember it. */
interface RememberedKey {
  readonly key: ApiKey;
  readonly scope: KeyScope | undefined;
  readonly use: RememberedUse;
}

const actorWith = async (ctx: Context, { key, scope, use }: RememberedKey, door: Door): Promise<Actor> => {
  await noteUse(ctx, use);
  return { userId: key.userId, keyId: key.id, door, ...(scope === undefined ? {} : { scope }) };
};

/** The key, if it works and its user is active. */
const findUsable = async (ctx: Context, secret: string): Promise<RememberedKey | undefined> => {
  await ctx.platform.database.noticeChanges();
  const hash = hashKey(secret);
  const found = await ctx.remember(`key ${hash}`, () => loadKey(ctx, hash));
  if (found === undefined || !(await isStillUsable(ctx, found, hash))) return undefined;
  const user = await findUser(ctx, found.key.userId);
  return user?.active === true ? found : undefined;
};

/** Whether the key works; that a session was used in another process meanwhile, only the database knows. */
const isStillUsable = async (ctx: Context, { key, use }: RememberedKey, hash: string): Promise<boolean> => {
  if (isUsable({ ...key, lastUsedAt: use.at || null }, ctx.now)) return true;
  if (key.origin !== 'session') return false;
  const fresh = await selectKeyByHash(ctx.db, hash);
  use.at = fresh?.lastUsedAt ?? use.at;
  return fresh !== undefined && isUsable(fresh, ctx.now);
};

const loadKey = async (ctx: Context, hash: string): Promise<RememberedKey | undefined> => {
  const key = await selectKeyByHash(ctx.db, hash);
  return key && { key, scope: scopeOf(key), use: { keyId: key.id, at: key.lastUsedAt ?? 0 } };
};
