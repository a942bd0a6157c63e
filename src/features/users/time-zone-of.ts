import type { Context } from '../../platform/context.ts';
import { findUser } from './find-user.ts';

/** In which time zone whoever acts lives, by its IANA name. */
export const timeZoneOf = async (ctx: Context): Promise<string> => {
  const { userId } = ctx.actor;
  return (userId === null ? undefined : await findUser(ctx, userId))?.timeZone ?? 'UTC';
};
