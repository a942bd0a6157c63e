import { slowingDown } from '../../platform/attempts/attempt-limit.ts';
import { attemptSucceeded, beginAttempt } from '../../platform/attempts/attempts.ts';
import type { Context } from '../../platform/context.ts';
import { isPassword } from './password.ts';
import type { User } from './user.ts';
import { selectUserByName } from './users.store.ts';

interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** Wrong passwords for one name, from wherever. */
const wrongPasswords = slowingDown('password');

/**
 * The user with this name and password, outside of transactions; undefined when one of both is wrong. Throws
 * TOO_MANY_ATTEMPTS when a name that has failed often is tried again too early.
 */
export const findByPassword = async (ctx: Context, { username, password }: Credentials): Promise<User | undefined> => {
  const attempt = { limit: wrongPasswords, subject: username.toWellFormed().toLowerCase() };
  await beginAttempt(ctx, attempt);
  const found = await selectUserByName(ctx.db, username);
  const right = await isPassword(password, found?.passwordHash ?? null);
  if (!right || found === undefined || !found.user.active) return undefined;
  await attemptSucceeded(ctx, attempt);
  return found.user;
};
