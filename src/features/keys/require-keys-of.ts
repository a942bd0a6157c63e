import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { requireAdministrator } from '../users/require-administrator.ts';

interface KeysOf {
  readonly userId: number;
  /** What is done to the keys: "You may not …" */
  readonly purpose: string;
}

/**
 * Throws RIGHT_MISSING unless whoever acts may issue and end keys of this user: the user themselves and administrators,
 * neither of them with a key that is narrowed, because it could make itself a wider one.
 */
export const requireKeysOf = async (ctx: Context, { userId, purpose }: KeysOf): Promise<void> => {
  const { actor } = ctx;
  if (actor.userId !== userId) return requireAdministrator(ctx, purpose);
  if (actor.scope === undefined) return undefined;
  throw new DomainError('RIGHT_MISSING', { message: `You may not ${purpose}: this API key is narrowed.` });
};
