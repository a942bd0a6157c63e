import { DomainError, invalidField } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { wordsOf } from '../../platform/database/folded-text.ts';
import { audienceOf, MAX_KEYWORD_LENGTH } from './list-people.ts';
import { selectPeopleAfter, selectPlaceOfPerson } from './people.store.ts';
import type { PeopleFilter, PersonState } from './people.ts';
import { peopleInSight } from './people-in-sight.ts';
import { requireAdministrator } from './require-administrator.ts';
import type { User } from './user.ts';

interface BrowsePeople {
  /** Words that all occur in their names, as parts of words too; who has exactly this user name comes first. */
  readonly search: string;
  readonly state: PersonState;
  /** Only those who can see this space. */
  readonly spaceId: number | undefined;
  /** The person after whom the page begins. */
  readonly afterId: number | undefined;
  /** How many people the page has at the most. */
  readonly limit: number;
}

/**
 * The people whom whoever acts can see, by name, as a page that begins after somebody. Deactivated people are listed
 * for administrators only. Throws FIELDS_INVALID, RIGHT_MISSING, SPACE_NOT_FOUND.
 */
export const browsePeople = async (
  ctx: Context,
  { search, state, spaceId, afterId, limit }: BrowsePeople,
): Promise<User[]> => {
  if (search.length > MAX_KEYWORD_LENGTH) {
    throw invalidField('search', `must have at most ${MAX_KEYWORD_LENGTH} characters`);
  }
  if (state !== 'active') await requireAdministrator(ctx, 'list deactivated users');
  const filter: PeopleFilter = {
    ...(spaceId === undefined
      ? { sight: await peopleInSight(ctx) }
      : { sight: 'all', audience: await audienceOf(ctx, spaceId) }),
    words: wordsOf(search),
    username: search,
  };
  const after = afterId === undefined ? undefined : await placeOf(ctx, afterId, search);
  return selectPeopleAfter(ctx.db, { ...filter, state, after, limit });
};

const placeOf = async (ctx: Context, userId: number, username: string) => {
  const place = await selectPlaceOfPerson(ctx.db, userId, username);
  if (place === undefined) throw new DomainError('FIELDS_INVALID', { fields: [staleCursor] });
  return place;
};

const staleCursor = { field: 'cursor', problem: 'must be a cursor that this list has answered as "next"' };
