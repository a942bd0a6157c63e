import { invalidField } from '../../kernel/errors.ts';
import type { Page } from '../../kernel/page.ts';
import type { Context } from '../../platform/context.ts';
import { wordsOf } from '../../platform/database/folded-text.ts';
import { getSpace } from '../spaces/get-space.ts';
import { selectPeople } from './people.store.ts';
import type { PeopleFilter } from './people.ts';
import { peopleInSight } from './people-in-sight.ts';
import type { User } from './user.ts';

interface ListPeople {
  /** Words that all occur in their names, as parts of words too; who has exactly this user name comes first. */
  readonly keyword: string;
  readonly direction: 'asc' | 'desc';
  readonly page: Page;
}

interface InSpace extends ListPeople {
  readonly spaceId: number;
}

/** The longest keyword, in characters. */
export const MAX_KEYWORD_LENGTH = 200;

/** One page of the active people whom whoever acts can see, by name. Throws FIELDS_INVALID. */
export const listPeople = async (ctx: Context, list: ListPeople): Promise<User[]> =>
  selectPeople(ctx.db, { ...searched(list), sight: await peopleInSight(ctx) });

/** The same of the members of a space. Throws SPACE_NOT_FOUND, FIELDS_INVALID. */
export const listMembers = async (ctx: Context, { spaceId, ...list }: InSpace): Promise<User[]> => {
  await getSpace(ctx, { spaceId });
  return selectPeople(ctx.db, { ...searched(list), sight: 'all', audience: { spaceId, who: 'members' } });
};

/**
 * The same of those who can see a space, which makes them assignable and lets them be kept informed. Throws
 * SPACE_NOT_FOUND, FIELDS_INVALID. Source: communifire-api.md section 2, rules.
 */
export const listAudience = async (ctx: Context, { spaceId, ...list }: InSpace): Promise<User[]> => {
  return selectPeople(ctx.db, { ...searched(list), sight: 'all', audience: await audienceOf(ctx, spaceId) });
};

/** Those who can see a space, as a filter. Throws SPACE_NOT_FOUND. */
export const audienceOf = async (ctx: Context, spaceId: number): Promise<NonNullable<PeopleFilter['audience']>> => {
  const { configuration } = await getSpace(ctx, { spaceId });
  return { spaceId, who: configuration.space.visibility === 'public' ? 'public' : 'closed' };
};

const searched = ({
  keyword,
  direction,
  page,
}: ListPeople): Pick<PeopleFilter, 'words' | 'username'> & Omit<ListPeople, 'keyword'> => {
  if (keyword.length > MAX_KEYWORD_LENGTH) {
    throw invalidField('keyword', `must have at most ${MAX_KEYWORD_LENGTH} characters`);
  }
  return { words: wordsOf(keyword), username: keyword, direction, page };
};
