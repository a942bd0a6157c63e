import type { Context } from '../../platform/context.ts';
import { checkSignIn, type SignInCredentials } from './check-sign-in.ts';
import { issueKey } from './create-key.ts';
import { endOldestSignIns } from './end-oldest-sign-ins.ts';
import { noteSignIn } from './note-sign-in.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

/**
 * How long a key from signing in works, in milliseconds. Long, because phones sign their user out when it ends; changing
 * the password ends it at once.
 */
const SIGN_IN_TTL_MS = 365 * DAY_MS;

/** A new API key for the user with this password; it works for a year. Throws CREDENTIALS_WRONG, TOO_MANY_ATTEMPTS. */
export const signIn = async (ctx: Context, credentials: SignInCredentials): Promise<string> => {
  const user = await checkSignIn(ctx, credentials);
  const signedIn = ctx.as({ ...ctx.actor, userId: user.id });
  const expiresAt = ctx.now + SIGN_IN_TTL_MS;
  return signedIn.inTransaction(async (tx) => {
    const made = await issueKey(tx, { user, name: 'Signed in with a password', origin: 'sign-in', expiresAt });
    await noteSignIn(tx, { ...credentials, keyId: made.keyId });
    await endOldestSignIns(tx, { userId: user.id, origin: 'sign-in' });
    return made.key;
  });
};
