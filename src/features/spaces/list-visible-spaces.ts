import type { Context } from '../../platform/context.ts';
import { findUser } from '../users/find-user.ts';
import type { Space } from './space.ts';
import { visibleSpaceIds } from './space-access.ts';
import { selectSpaceIdsOfMember, selectSpaces } from './spaces.store.ts';

/** The spaces that whoever acts can see and that are in use, by name. */
export const listVisibleSpaces = async (ctx: Context): Promise<Space[]> => {
  const visible = await visibleSpaceIds(ctx);
  const spaces = (await selectSpaces(ctx.db)).filter(({ archived }) => !archived);
  return spaces.filter(({ id }) => visible === 'all' || visible.includes(id)).sort(byName);
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

const byName = (one: Space, other: Space): number => alphabet.compare(one.name, other.name) || one.id - other.id;
