import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { selectPerson } from './people.store.ts';
import { peopleInSight } from './people-in-sight.ts';
import type { User } from './user.ts';

interface GetPerson {
  readonly userId: number;
}

/** The user, also a deactivated one; undefined when there is none for whoever acts. */
export const findPerson = async (ctx: Context, { userId }: GetPerson): Promise<User | undefined> =>
  selectPerson(ctx.db, userId, { sight: await peopleInSight(ctx), words: [], username: '' });

/** The same. Throws USER_NOT_FOUND when there is none for whoever acts. */
export const getPerson = async (ctx: Context, { userId }: GetPerson): Promise<User> => {
  const user = await findPerson(ctx, { userId });
  if (user === undefined) throw new DomainError('USER_NOT_FOUND', { message: `There is no user ${userId}.` });
  return user;
};
