import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { appendConfigurationEvent } from '../../platform/events/append-event.ts';
import { type ApiKey, hashKey, isUsable } from './key.ts';
import { selectKey, selectKeyByHash, updateRevokedAt } from './keys.store.ts';
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
    await end(tx, session);
  });

/** Ends the session that a cookie holds, whosever it is: who has the cookie could do so anyway. */
export const endSessionOf = (ctx: Context, { secret }: EndSessionOf): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    const session = await selectKeyByHash(tx.db, hashKey(secret));
    if (session?.origin === 'session' && session.revokedAt === null) await end(tx, session);
  });

const end = async (tx: Context, { id: keyId, userId }: ApiKey): Promise<void> => {
  await updateRevokedAt(tx.db, keyId, tx.now);
  await appendConfigurationEvent(tx, { type: 'key.revoked', payload: { keyId, userId } });
};
