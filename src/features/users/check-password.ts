import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { isPassword } from './password.ts';
import type { User } from './user.ts';
import { selectUserByName } from './users.store.ts';

interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** How much of a user name is remembered beside its failures, in characters: no user has a longer one. */
const MAX_REMEMBERED_LENGTH = 200;

/**
 * The user with this name and password. Throws CREDENTIALS_WRONG, the same for unknown users, and TOO_MANY_ATTEMPTS when
 * a name that has failed often is tried again too early.
 */
export const checkPassword = async (ctx: Context, { username, password }: Credentials): Promise<User> => {
  const { signInAttempts } = ctx.platform;
  const subject = username.toLowerCase().slice(0, MAX_REMEMBERED_LENGTH);
  if (!signInAttempts.begin(subject, ctx.now)) throw new DomainError('TOO_MANY_ATTEMPTS');
  const found = await selectUserByName(ctx.db, username);
  const right = await isPassword(password, found?.passwordHash ?? null);
  if (!right || found === undefined || !found.user.active) throw new DomainError('CREDENTIALS_WRONG');
  signInAttempts.succeed(subject);
  return found.user;
};
