import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { isPassword } from './password.ts';
import type { User } from './user.ts';
import { selectUserByName } from './users.store.ts';

interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** The user with this name and password. Throws CREDENTIALS_WRONG, the same for unknown users. */
export const checkPassword = async (ctx: Context, { username, password }: Credentials): Promise<User> => {
  const found = await selectUserByName(ctx.db, username);
  const right = await isPassword(password, found?.passwordHash ?? null);
  if (!right || found === undefined || !found.user.active) throw new DomainError('CREDENTIALS_WRONG');
  return found.user;
};
