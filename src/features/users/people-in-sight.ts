import type { Context } from '../../platform/context.ts';
import { listVisibleSpaces } from '../spaces/list-visible-spaces.ts';
import { visibleSpaceIds } from '../spaces/space-access.ts';
import { findUser } from './find-user.ts';
import { selectSpaceIdsWorkedIn } from './people.store.ts';
import type { PeopleInSight } from './people.ts';
import type { User } from './user.ts';

/**
 * Administrators see all people. Others see the administrators, the members of the spaces they can see, and, unless
 * they are isolated themselves, everybody who is not. A key narrowed to spaces sees who can see one of those.
 */
export const peopleInSight = async (ctx: Context): Promise<PeopleInSight> => {
  const spaceIds = await visibleSpaceIds(ctx);
  const { userId, scope } = ctx.actor;
  if (spaceIds === 'all' || userId === null) return 'all';
  const isNarrowed = (scope?.spaceIds ?? null) !== null;
  const colleagues = isNarrowed ? await seesPublicSpace(ctx) : (await findUser(ctx, userId))?.isolated === false;
  return { selfId: userId, spaceIds, colleagues };
};

const seesPublicSpace = async (ctx: Context): Promise<boolean> =>
  (await listVisibleSpaces(ctx)).some(({ visibility }) => visibility === 'public');

/**
 * Whether whoever acts may read the e-mail addresses of the people they see: administrators, and managers and agents of
 * a space, who have to answer people. Everybody may read the own one.
 */
export const mayReadEmails = async (ctx: Context): Promise<boolean> => {
  const { userId } = ctx.actor;
  if (userId === null || (await findUser(ctx, userId))?.role === 'administrator') return true;
  const workedIn = await ctx.remember(`spaces worked in ${userId}`, () => selectSpaceIdsWorkedIn(ctx.db, userId));
  const visible = await visibleSpaceIds(ctx);
  return workedIn.some((id) => visible === 'all' || visible.includes(id));
};

/** The e-mail address of somebody in sight; null where it is not for whoever acts. */
export const readableEmail = async (ctx: Context, { id, email }: User): Promise<string | null> =>
  id === ctx.actor.userId || (await mayReadEmails(ctx)) ? email : null;
