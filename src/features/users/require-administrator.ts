import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { findUser } from './find-user.ts';

/** Throws RIGHT_MISSING unless an administrator of the workspace acts, with a key that is not narrowed, or the operator. */
export const requireAdministrator = async (ctx: Context, purpose: string): Promise<void> => {
  const { userId, scope } = ctx.actor;
  if (userId === null) return;
  const user = await findUser(ctx, userId);
  if (user?.role !== 'administrator') {
    throw new DomainError('RIGHT_MISSING', { message: `You may not ${purpose}: only administrators may.` });
  }
  if (scope === undefined) return;
  throw new DomainError('RIGHT_MISSING', { message: `You may not ${purpose}: this API key is narrowed.` });
};
