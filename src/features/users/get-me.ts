import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { findUser } from './find-user.ts';
import type { User } from './user.ts';

/** The user who acts. Throws USER_NOT_FOUND for the operator of the machine, who is none. */
export const getMe = async (ctx: Context): Promise<User> => {
  const user = ctx.actor.userId === null ? undefined : await findUser(ctx, ctx.actor.userId);
  if (user === undefined) throw new DomainError('USER_NOT_FOUND');
  return user;
};
