import type { Context } from '../../platform/context.ts';
import type { User } from './user.ts';
import { selectUsersToMail } from './users.store.ts';

/** How many people who share an address are found; others are found by their user names. */
const MAX_SHARING = 10;

interface FindUsersToMail {
  readonly usernameOrEmail: string;
}

/** The users with this name or e-mail address, whatever its case, who have access and an address to write to. */
export const findUsersToMail = (ctx: Context, { usernameOrEmail }: FindUsersToMail): Promise<User[]> =>
  selectUsersToMail(ctx.db, { usernameOrEmail, limit: MAX_SHARING });
