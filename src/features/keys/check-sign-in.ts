import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { findByPassword } from '../users/check-password.ts';
import type { User } from '../users/user.ts';
import { noteSignIn } from './note-sign-in.ts';
import type { SignInOrigin } from './sign-in-attempt.ts';

/** Name, password, and from where they come. */
export interface SignInCredentials {
  readonly username: string;
  readonly password: string;
  readonly from: SignInOrigin;
}

/**
 * The user with this name and password, outside of transactions; a failure is noted. Throws CREDENTIALS_WRONG, the same
 * for unknown users, and TOO_MANY_ATTEMPTS, which is not noted: asking for it costs nothing.
 */
export const checkSignIn = async (ctx: Context, { username, password, from }: SignInCredentials): Promise<User> => {
  const user = await findByPassword(ctx, { username, password });
  if (user !== undefined) return user;
  await ctx.inTransaction((tx) => noteSignIn(tx, { username, from }));
  throw new DomainError('CREDENTIALS_WRONG');
};
