import type { Context } from '../../platform/context.ts';
import { endKeys } from './end-keys.ts';
import { isUsable, type KeyOrigin } from './key.ts';
import { selectLiveKeys } from './keys.store.ts';

/** How many keys from signing in, and how many sessions, one user has at the most. */
const MAX_SIGN_INS = 100;

interface EndOldestSignIns {
  readonly userId: number;
  readonly origin: KeyOrigin;
}

/** Ends what is too much of a user's keys from signing in, or sessions: those used longest ago, and those that are over. */
export const endOldestSignIns = (ctx: Context, { userId, origin }: EndOldestSignIns): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    const live = await selectLiveKeys(tx.db, { userId, origins: [origin] });
    const kept = live.filter((key) => isUsable(key, tx.now)).slice(0, MAX_SIGN_INS);
    const keptIds = new Set(kept.map(({ id }) => id));
    await endKeys(tx, { keyIds: live.map(({ id }) => id).filter((id) => !keptIds.has(id)) });
  });
