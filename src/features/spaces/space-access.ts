import { DomainError } from '../../kernel/errors.ts';
import { type Right, roleHasRight, type SpaceRole } from '../../kernel/permissions.ts';
import type { Context } from '../../platform/context.ts';
import { findUser } from '../users/find-user.ts';
import type { User } from '../users/user.ts';
import type { SpaceConfiguration } from './space.ts';
import { selectSpaceIdsOfMember, selectSpaces } from './spaces.store.ts';

/** What whoever acts may do in a space they can see. */
export interface SpaceAccess {
  readonly role: SpaceRole;
  readonly may: (right: Right) => boolean;
  /** Whether the space is archived, which leaves only the rights to read and to configure. */
  readonly archived?: boolean;
}

/** What one may still do in an archived space: read all that one could read, and take it into use again. */
const rightsInArchive: ReadonlySet<Right> = new Set(['InternalComments', 'ManageSpace']);

/** The role of a user in a space, or undefined when the space does not exist for this user. */
export const roleOfUser = ({ space, members }: SpaceConfiguration, user: User | undefined): SpaceRole | undefined => {
  if (user === undefined || !user.active) return undefined;
  if (user.role === 'administrator') return 'manager';
  return members.get(user.id) ?? (space.visibility === 'public' && !user.isolated ? 'viewer' : undefined);
};

const accessByRole: Readonly<Record<SpaceRole, SpaceAccess>> = {
  manager: { role: 'manager', may: (right) => roleHasRight('manager', right) },
  agent: { role: 'agent', may: (right) => roleHasRight('agent', right) },
  contributor: { role: 'contributor', may: (right) => roleHasRight('contributor', right) },
  viewer: { role: 'viewer', may: (right) => roleHasRight('viewer', right) },
};

/**
 * What whoever acts may do in a space: by the role of the user, as far as the key allows it; undefined when the space
 * does not exist for them. The operator of the machine stands above all spaces.
 */
export const accessOfActor = async (
  ctx: Context,
  configuration: SpaceConfiguration,
): Promise<SpaceAccess | undefined> => {
  const { userId, scope } = ctx.actor;
  const role = userId === null ? 'manager' : roleOfUser(configuration, await findUser(ctx, userId));
  if (role === undefined) return undefined;
  const { id, archived } = configuration.space;
  if (scope === undefined) return archived ? inArchive(accessByRole[role]) : accessByRole[role];
  if (scope.spaceIds?.has(id) === false) return undefined;
  const keyAllows = (right: Right): boolean => scope.rights === null || scope.rights.has(right);
  const access: SpaceAccess = { role, may: (right) => keyAllows(right) && roleHasRight(role, right) };
  return archived ? inArchive(access) : access;
};

const inArchive = ({ role, may }: SpaceAccess): SpaceAccess => ({
  role,
  may: (right) => rightsInArchive.has(right) && may(right),
  archived: true,
});

/** Throws RIGHT_MISSING, naming the right, unless it is there; SPACE_ARCHIVED where nobody has it any more. */
export const requireRight = ({ role, may, archived = false }: SpaceAccess, right: Right, purpose: string): void => {
  if (may(right)) return;
  if (!rightsInArchive.has(right)) requireOpen({ archived }, purpose);
  const whose = roleHasRight(role, right) ? 'this API key is narrowed, and the right' : 'the right';
  throw new DomainError('RIGHT_MISSING', { message: `You may not ${purpose}: ${whose} ${right} is missing.` });
};

/** Throws SPACE_ARCHIVED where things can only be read. */
export const requireOpen = ({ archived = false }: Pick<SpaceAccess, 'archived'>, purpose: string): void => {
  if (!archived) return;
  throw new DomainError('SPACE_ARCHIVED', { message: `You may not ${purpose}: the space is archived.` });
};

/** The IDs of the spaces that whoever acts can see, or 'all'. */
export const visibleSpaceIds = async (ctx: Context): Promise<'all' | readonly number[]> => {
  const { userId, scope } = ctx.actor;
  const visible = userId === null ? 'all' : await spaceIdsOfUser(ctx, userId);
  const narrowed = scope?.spaceIds ?? null;
  if (narrowed === null) return visible;
  return visible === 'all' ? [...narrowed] : visible.filter((id) => narrowed.has(id));
};

/** The IDs of the spaces that a user can see, whatever the key, or 'all'. */
const spaceIdsOfUser = async (ctx: Context, userId: number): Promise<'all' | readonly number[]> => {
  const user = await findUser(ctx, userId);
  if (user?.role === 'administrator') return 'all';
  return ctx.remember(`visible spaces ${userId}`, () => loadVisibleSpaceIds(ctx, userId, user?.isolated === true));
};

const loadVisibleSpaceIds = async (ctx: Context, userId: number, isolated: boolean): Promise<readonly number[]> => {
  const spaces = await selectSpaces(ctx.db);
  const open = isolated ? [] : spaces.filter(({ visibility }) => visibility === 'public').map(({ id }) => id);
  return [...new Set([...open, ...(await selectSpaceIdsOfMember(ctx.db, userId))])];
};
