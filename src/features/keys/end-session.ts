import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { endKeys } from './end-keys.ts';
import { hashKey, isUsable } from './key.ts';
import { selectKey, selectKeyByHash } from './keys.store.ts';
import { requireKeysOf } from './require-keys-of.ts';

interface EndSession {
  readonly sessionId: number;
}

interface EndSessionOf {
  readonly secret: string;
}

/** Ends a session of whoever acts for good, in every process. Throws SESSION_NOT_FOUND, RIGHT_MISSING. */
export const endSession = (ctx: Context, { sessionId }: EndSession): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    const userId = tx.actor.userId ?? 0;
    await requireKeysOf(tx, { userId, purpose: 'end sessions' });
    const session = await selectKey(tx.db, sessionId);
    if (session?.userId !== userId || session.origin !== 'session' || !isUsable(session, tx.now)) {
      throw new DomainError('SESSION_NOT_FOUND', { message: `There is no session ${sessionId}.` });
    }
    await endKeys(tx, { keyIds: [session.id] });
  });

/** Ends the session that a cookie holds, whosever it is: who has the cookie could do so anyway. */
export const endSessionOf = (ctx: Context, { secret }: EndSessionOf): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    const session = await selectKeyByHash(tx.db, hashKey(secret));
    if (session?.origin === 'session' && session.revokedAt === null) await endKeys(tx, { keyIds: [session.id] });
  });
