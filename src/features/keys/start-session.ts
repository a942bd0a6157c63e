import type { Context } from '../../platform/context.ts';
import { checkSignIn, type SignInCredentials } from './check-sign-in.ts';
import { issueKey } from './create-key.ts';
import { endOldestSignIns } from './end-oldest-sign-ins.ts';
import { endSessionOf } from './end-session.ts';
import { type ApiKey, newSessionSecret, SESSION_TTL_MS } from './key.ts';
import { selectKey } from './keys.store.ts';
import { noteSignIn } from './note-sign-in.ts';
import { usableUserAgent } from './sign-in-attempt.ts';

interface StartSession extends SignInCredentials {
  /** The secret that came along: its session ends, so that nobody goes on in one that somebody else has begun. */
  readonly replacedSecret: string | undefined;
}

interface StartedSession {
  readonly session: ApiKey;
  /** What the cookie has to hold; this is the only time it can be read. */
  readonly secret: string;
}

/** Begins a session for the user with this password, outside of transactions. Throws CREDENTIALS_WRONG, TOO_MANY_ATTEMPTS. */
export const startSession = async (
  ctx: Context,
  { replacedSecret, ...credentials }: StartSession,
): Promise<StartedSession> => {
  const user = await checkSignIn(ctx, credentials);
  const secret = newSessionSecret();
  const session = await ctx.as({ ...ctx.actor, userId: user.id }).inTransaction(async (tx) => {
    if (replacedSecret !== undefined) await endSessionOf(tx, { secret: replacedSecret });
    const { keyId } = await issueKey(tx, {
      ...{ user, name: 'Session of a browser', origin: 'session', key: secret },
      expiresAt: tx.now + SESSION_TTL_MS,
      userAgent: usableUserAgent(credentials.from.userAgent),
    });
    await noteSignIn(tx, { ...credentials, keyId });
    await endOldestSignIns(tx, { userId: user.id, origin: 'session' });
    return selectKey(tx.db, keyId);
  });
  if (session === undefined) throw new Error('A session that was just begun does not exist.');
  return { session, secret };
};
