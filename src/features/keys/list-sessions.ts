import type { Context } from '../../platform/context.ts';
import { type ApiKey, isUsable } from './key.ts';
import { selectLiveKeys } from './keys.store.ts';
import { requireKeysOf } from './require-keys-of.ts';

/** The sessions of whoever acts that are not over, the ones used last first. Throws RIGHT_MISSING. */
export const listSessions = async (ctx: Context): Promise<ApiKey[]> => {
  const userId = ctx.actor.userId ?? 0;
  await requireKeysOf(ctx, { userId, purpose: 'list sessions' });
  const sessions = await selectLiveKeys(ctx.db, { userId, origins: ['session'] });
  return sessions.filter((session) => isUsable(session, ctx.now));
};
