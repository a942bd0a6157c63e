import type { Context } from '../../platform/context.ts';
import { checkPassword } from '../users/check-password.ts';
import { createKey } from './create-key.ts';
import { endOldestSignIns } from './end-oldest-sign-ins.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

/**
 * How long a key from signing in works, in milliseconds. Long, because phones sign their user out when it ends; changing
 * the password ends it at once.
 */
const SIGN_IN_TTL_MS = 365 * DAY_MS;

interface SignIn {
  readonly username: string;
  readonly password: string;
}

/** A new API key for the user with this password; it works for a year. Throws CREDENTIALS_WRONG, TOO_MANY_ATTEMPTS. */
export const signIn = async (ctx: Context, { username, password }: SignIn): Promise<string> => {
  const user = await checkPassword(ctx, { username, password });
  const signedIn = ctx.as({ ...ctx.actor, userId: user.id });
  const expiresAt = ctx.now + SIGN_IN_TTL_MS;
  return signedIn.inTransaction(async (tx) => {
    const key = await createKey(tx, { user, name: 'Signed in with a password', origin: 'sign-in', expiresAt });
    await endOldestSignIns(tx, { userId: user.id, origin: 'sign-in' });
    return key;
  });
};
