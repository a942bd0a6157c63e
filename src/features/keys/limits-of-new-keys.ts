import { DomainError, type FieldProblem } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { waitForTurn } from '../../platform/database/exclusive.ts';
import type { User } from '../users/user.ts';
import { type ApiKey, isUsable } from './key.ts';
import { selectKey, selectLiveKeys } from './keys.store.ts';

/** How many issued keys that work one user has at the most. */
const MAX_KEYS = 100;

/**
 * The key with which whoever acts makes another one; undefined for people in a browser and the operator of the machine,
 * whose keys stand on their own.
 */
export const findMakingKey = async (tx: Context): Promise<ApiKey | undefined> => {
  const { keyId } = tx.actor;
  const key = keyId === null ? undefined : await selectKey(tx.db, keyId);
  return key?.origin === 'session' ? undefined : key;
};

interface Expiry {
  readonly expiresAt: number | null;
  readonly maker: ApiKey | undefined;
  readonly now: number;
}

/** What is wrong with when a new key ends: it must not outlive the key that makes it. */
export const expiryProblems = ({ expiresAt, maker, now }: Expiry): FieldProblem[] => {
  const field = 'expiresAt';
  if (expiresAt !== null && expiresAt <= now) return [{ field, problem: 'must be in the future' }];
  const latest = maker?.expiresAt ?? Number.POSITIVE_INFINITY;
  if ((expiresAt ?? Number.POSITIVE_INFINITY) <= latest) return [];
  const instant = new Date(latest).toISOString();
  return [{ field, problem: `must be ${instant} at the latest, when the key ends that makes this one` }];
};

/** Throws KEY_LIMIT_REACHED when the user has as many keys as a user may have; of several at once, one after the other. */
export const requireRoomForKey = async (tx: Context, { user }: { readonly user: User }): Promise<void> => {
  await waitForTurn(tx.db, `keys of user ${user.id}`);
  const live = await selectLiveKeys(tx.db, { userId: user.id, origins: ['issued'] });
  if (live.filter((key) => isUsable(key, tx.now)).length < MAX_KEYS) return;
  throw new DomainError('KEY_LIMIT_REACHED', {
    message: `${user.username} has ${MAX_KEYS} API keys, which is the most: revoke some first.`,
  });
};
