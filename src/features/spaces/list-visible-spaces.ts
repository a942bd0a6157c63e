import type { Context } from '../../platform/context.ts';
import { findUser } from '../users/find-user.ts';
import type { Space } from './space.ts';
import { visibleSpaceIds } from './space-access.ts';
import { selectSpaceIdsOfMember, selectSpaces } from './spaces.store.ts';

/** The spaces that whoever acts can see and that are in use, by name. */
export const listVisibleSpaces = async (ctx: Context): Promise<Space[]> =>
  (await listAllVisibleSpaces(ctx)).filter(({ archived }) => !archived);

/** The same with the archived ones. */
export const listAllVisibleSpaces = async (ctx: Context): Promise<Space[]> => {
  const visible = await visibleSpaceIds(ctx);
  const ids = visible === 'all' ? undefined : new Set(visible);
  return (await selectSpaces(ctx.db)).filter(({ id }) => ids?.has(id) !== false).sort(byName);
};

/** Those of them in which whoever acts has a role: for administrators, who manage every space, all. */
export const listOwnSpaces = async (ctx: Context): Promise<Space[]> => {
  const visible = await listVisibleSpaces(ctx);
  const { userId } = ctx.actor;
  if (userId === null || (await findUser(ctx, userId))?.role === 'administrator') return visible;
  const own = new Set(await selectSpaceIdsOfMember(ctx.db, userId));
  return visible.filter(({ id }) => own.has(id));
};

const alphabet = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

interface Named {
  readonly id: number;
  readonly name: string;
}

/** The order in which people see spaces. */
export const byName = (one: Named, other: Named): number => alphabet.compare(one.name, other.name) || one.id - other.id;
