import type { Context } from '../../platform/context.ts';
import { checkPassword } from '../users/check-password.ts';
import { issueKey } from './create-key.ts';
import { endOldestSignIns } from './end-oldest-sign-ins.ts';
import { endSessionOf } from './end-session.ts';
import { type ApiKey, newSessionSecret, SESSION_TTL_MS } from './key.ts';
import { selectKey } from './keys.store.ts';

/** The longest name of a browser that is kept, in characters. */
const MAX_USER_AGENT_LENGTH = 300;

interface StartSession {
  readonly username: string;
  readonly password: string;
  /** What the browser calls itself. */
  readonly userAgent: string;
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
  { username, password, userAgent, replacedSecret }: StartSession,
): Promise<StartedSession> => {
  const user = await checkPassword(ctx, { username, password });
  const secret = newSessionSecret();
  const session = await ctx.as({ ...ctx.actor, userId: user.id }).inTransaction(async (tx) => {
    if (replacedSecret !== undefined) await endSessionOf(tx, { secret: replacedSecret });
    const { keyId } = await issueKey(tx, {
      ...{ user, name: 'Session of a browser', origin: 'session', key: secret },
      expiresAt: tx.now + SESSION_TTL_MS,
      userAgent: printable(userAgent),
    });
    await endOldestSignIns(tx, { userId: user.id, origin: 'session' });
    return selectKey(tx.db, keyId);
  });
  if (session === undefined) throw new Error('A session that was just begun does not exist.');
  return { session, secret };
};

const printable = (userAgent: string): string =>
  userAgent
    .toWellFormed()
    .replaceAll(/\p{Cc}+/gu, ' ')
    .slice(0, MAX_USER_AGENT_LENGTH)
    .toWellFormed()
    .trim();
