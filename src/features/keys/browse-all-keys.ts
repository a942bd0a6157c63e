import type { Context } from '../../platform/context.ts';
import { requireAdministrator } from '../users/require-administrator.ts';
import type { KeyState } from './key.ts';
import { selectKeysOf } from './keys.store.ts';
import { type OwnedKey, ownedKeys } from './owned-keys.ts';

interface BrowseAllKeys {
  /** Only those of this user; undefined for everybody's. */
  readonly userId: number | undefined;
  readonly state: KeyState | 'all';
  /** Only keys with smaller IDs; undefined for the first page. */
  readonly beforeId: number | undefined;
  readonly limit: number;
}

/** The keys of everybody in the workspace, the newest first, for administrators. Throws RIGHT_MISSING. */
export const browseAllKeys = async (ctx: Context, page: BrowseAllKeys): Promise<OwnedKey[]> => {
  await requireAdministrator(ctx, 'list the API keys of everybody');
  return ownedKeys(ctx, await selectKeysOf(ctx.db, { ...page, now: ctx.now }));
};
