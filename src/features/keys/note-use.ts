import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { updateLastUsedAt } from './keys.store.ts';

/** How exactly it is known when a key was last used, in milliseconds: not every request writes. */
const LAST_USE_PRECISION_MS = 5 * 60 * 1_000;

/** What a process remembers of the last use of a key. */
export interface RememberedUse {
  readonly keyId: number;
  /** In milliseconds since 1970-01-01T00:00:00Z; 0 for never. */
  at: number;
}

/** Notes now and then that a key is used. Reading goes on when nothing can be written. */
export const noteUse = async (ctx: Context, use: RememberedUse): Promise<void> => {
  const { now } = ctx;
  const before = now - LAST_USE_PRECISION_MS;
  if (use.at >= before) return;
  // At once, so that of many requests that come together one writes.
  use.at = now;
  try {
    await ctx.inTransaction((tx) => updateLastUsedAt(tx.db, { id: use.keyId, at: now, before }));
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind !== 'unavailable') throw error;
  }
};
