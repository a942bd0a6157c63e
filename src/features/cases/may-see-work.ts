import type { Context } from '../../platform/context.ts';
import { findUser } from '../users/find-user.ts';

interface BegunWork {
  /** Who began it; null for the operator of the machine. */
  readonly userId: number | null;
}

/** Whether whoever acts may see work that goes on by itself: whoever began it, administrators, and the operator. */
export const maySeeWork = async (ctx: Context, { userId }: BegunWork): Promise<boolean> => {
  const { actor } = ctx;
  if (actor.userId === null || actor.userId === userId) return true;
  return actor.scope === undefined && (await findUser(ctx, actor.userId))?.role === 'administrator';
};
