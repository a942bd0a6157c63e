import type { Context } from '../../platform/context.ts';
import type { User } from './user.ts';
import { selectUsersByName } from './users.store.ts';

interface FindUsersByName {
  readonly usernames: readonly string[];
}

/** The users who have one of these names, whatever its case. */
export const findUsersByName = async (ctx: Context, { usernames }: FindUsersByName): Promise<User[]> =>
  usernames.length === 0 ? [] : selectUsersByName(ctx.db, usernames);
