import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import type { User } from './user.ts';
import { selectUser, selectUserByName, selectUsers } from './users.store.ts';

/** The user with this ID, from memory where possible; undefined when there is none. */
export const findUser = (ctx: Context, id: number): User | undefined | Promise<User | undefined> =>
  ctx.remember(`user ${id}`, () => selectUser(ctx.db, id));

/** The user with this name, whatever its case; undefined when there is none. */
export const findUserByName = async (ctx: Context, username: string): Promise<User | undefined> =>
  (await selectUserByName(ctx.db, username))?.user;

/** The user with this name, whatever its case. Throws USER_NOT_FOUND. */
export const getUserByName = async (ctx: Context, username: string): Promise<User> => {
  const found = await findUserByName(ctx, username);
  if (found === undefined) throw new DomainError('USER_NOT_FOUND', { message: `There is no user ${username}.` });
  return found;
};

/** All users, by ID. */
export const listUsers = (ctx: Context): Promise<User[]> => selectUsers(ctx.db);
