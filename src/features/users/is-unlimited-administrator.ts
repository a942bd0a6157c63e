import type { Context } from '../../platform/context.ts';
import { findUser } from './find-user.ts';

/** Whether an administrator of the workspace acts, with a key that is not narrowed, or the operator. */
export const isUnlimitedAdministrator = async (ctx: Context): Promise<boolean> => {
  const { userId, scope } = ctx.actor;
  if (userId === null) return true;
  return scope === undefined && (await findUser(ctx, userId))?.role === 'administrator';
};
