import { DomainError } from '../../kernel/errors.ts';
import { type Right, roleHasRight, type SpaceRole } from '../../kernel/permissions.ts';
import type { Context } from '../../platform/context.ts';
import { findUser } from '../users/find-user.ts';
import type { User } from '../users/user.ts';
import type { SpaceConfiguration } from './space.ts';
import { selectSpaceIdsOfMember, selectSpaces } from './spaces.store.ts';

/** The role of a user in a space, or undefined when the space does not exist for this user. */
export const roleOfUser = ({ space, members }: SpaceConfiguration, user: User | undefined): SpaceRole | undefined => {
  if (user === undefined || !user.active) return undefined;
  if (user.role === 'administrator') return 'manager';
  return members.get(user.id) ?? (space.visibility === 'public' ? 'viewer' : undefined);
};

/** The role of whoever acts; the operator of the machine stands above all spaces. */
export const roleOfActor = async (ctx: Context, configuration: SpaceConfiguration): Promise<SpaceRole | undefined> => {
  const { userId } = ctx.actor;
  return userId === null ? 'manager' : roleOfUser(configuration, await findUser(ctx, userId));
};

/** Throws RIGHT_MISSING, naming the right, unless the role has it. */
export const requireRight = (role: SpaceRole, right: Right, purpose: string): void => {
  if (roleHasRight(role, right)) return;
  throw new DomainError('RIGHT_MISSING', { message: `You may not ${purpose}: the right ${right} is missing.` });
};

/** The IDs of the spaces that whoever acts can see, or 'all'. */
export const visibleSpaceIds = async (ctx: Context): Promise<'all' | readonly number[]> => {
  const { userId } = ctx.actor;
  if (userId === null) return 'all';
  const user = await findUser(ctx, userId);
  if (user?.role === 'administrator') return 'all';
  return ctx.remember(`visible spaces ${userId}`, () => loadVisibleSpaceIds(ctx, userId));
};

const loadVisibleSpaceIds = async (ctx: Context, userId: number): Promise<readonly number[]> => {
  const spaces = await selectSpaces(ctx.db);
  const open = spaces.filter(({ visibility }) => visibility === 'public').map(({ id }) => id);
  return [...new Set([...open, ...(await selectSpaceIdsOfMember(ctx.db, userId))])];
};
