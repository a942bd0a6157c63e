import type { Context } from '../../platform/context.ts';
import { getPerson } from '../users/get-person.ts';
import type { ApiKey, KeyState } from './key.ts';
import { selectKeysOf } from './keys.store.ts';
import { requireKeysOf } from './require-keys-of.ts';

interface BrowseKeys {
  readonly userId: number;
  readonly state: KeyState | 'all';
  /** Only keys with smaller IDs; undefined for the first page. */
  readonly beforeId: number | undefined;
  readonly limit: number;
}

/** Keys of a user, the newest first: for the user and for administrators. Throws USER_NOT_FOUND, RIGHT_MISSING. */
export const browseKeys = async (ctx: Context, { userId, ...page }: BrowseKeys): Promise<ApiKey[]> => {
  await getPerson(ctx, { userId });
  await requireKeysOf(ctx, { userId, purpose: 'list these API keys' });
  return selectKeysOf(ctx.db, { userId, ...page, now: ctx.now });
};
