import type { Context } from '../../platform/context.ts';
import { checkPassword } from '../users/check-password.ts';
import { createKey } from './create-key.ts';

interface SignIn {
  readonly username: string;
  readonly password: string;
}

/** A new API key for the user with this password. Throws CREDENTIALS_WRONG. */
export const signIn = async (ctx: Context, { username, password }: SignIn): Promise<string> => {
  const user = await checkPassword(ctx, { username, password });
  const signedIn = ctx.as({ ...ctx.actor, userId: user.id });
  return createKey(signedIn, { user, name: 'Signed in with a password' });
};
