import { DomainError } from '../../kernel/errors.ts';
import type { Right } from '../../kernel/permissions.ts';
import type { Context } from '../../platform/context.ts';
import { visibleSpaceIds } from '../spaces/space-access.ts';
import { findUser } from '../users/find-user.ts';

interface BegunWork {
  /** Who began it; null for the operator of the machine. */
  readonly userId: number | null;
  /** With which key; of no account for work in one space. */
  readonly keyId?: number | null;
  /** The space it is in, where it is in one. */
  readonly spaceId?: number;
}

/**
 * Whether whoever acts may see work that goes on by itself: whoever began it, administrators, and the operator. Of work in
 * one space they must see the space; other work tells of cases that a narrowed key must not see, unless it began it.
 */
export const maySeeWork = async (ctx: Context, { userId, keyId, spaceId }: BegunWork): Promise<boolean> => {
  const { actor } = ctx;
  if (actor.userId === null) return true;
  if (spaceId !== undefined && !(await seesSpace(ctx, spaceId))) return false;
  if (spaceId === undefined && actor.scope !== undefined && actor.keyId !== keyId) return false;
  if (actor.userId === userId) return true;
  return actor.scope === undefined && (await findUser(ctx, actor.userId))?.role === 'administrator';
};

const seesSpace = async (ctx: Context, spaceId: number): Promise<boolean> => {
  const visible = await visibleSpaceIds(ctx);
  return visible === 'all' || visible.includes(spaceId);
};

/** Throws RIGHT_MISSING when the key allows none of the rights, one of which the work needs: what only reads stops nothing. */
export const requireMayStop = ({ actor }: Context, needed: readonly Right[]): void => {
  const allowed = actor.scope?.rights ?? null;
  if (allowed === null || needed.some((right) => allowed.has(right))) return;
  throw new DomainError('RIGHT_MISSING', {
    message: `You may not cancel this: this API key is narrowed, and the right ${needed.join(' or ')} is missing.`,
  });
};
