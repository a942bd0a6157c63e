import { type Expression, type ExpressionBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import { itemsBefore, type Page } from '../../kernel/page.ts';
import type { Schema } from '../../platform/database/schema.ts';
import type { Session } from '../../platform/database/session.ts';
import type { PeopleFilter, PersonPlace, PersonState } from './people.ts';
import type { User } from './user.ts';
import { isIsolated, toUser, type UserRow, userColumns } from './users.store.ts';

type People = SelectQueryBuilder<Schema, 'users', UserRow>;

export const selectPeople = async (
  session: Session,
  { direction, page, ...filter }: PeopleFilter & { readonly direction: 'asc' | 'desc'; readonly page: Page },
): Promise<User[]> => {
  let query = narrowed(session, filter).where('users.active', '=', true);
  if (filter.username !== '') query = query.orderBy(isOther(filter.username));
  const rows = await query
    .orderBy('users.folded_names', direction)
    .orderBy('users.id', direction)
    .limit(page.length)
    .offset(itemsBefore(page))
    .execute();
  return rows.map(toUser);
};

interface PeopleAfter extends PeopleFilter {
  readonly state: PersonState;
  /** Where the page begins: behind this place. */
  readonly after: PersonPlace | undefined;
  readonly limit: number;
}

/** A page of these people by name. */
export const selectPeopleAfter = async (
  session: Session,
  { state, after, limit, ...filter }: PeopleAfter,
): Promise<User[]> => {
  const rank = isOther(filter.username);
  let query = narrowed(session, filter);
  if (state !== 'all') query = query.where('users.active', '=', state === 'active');
  if (after !== undefined) {
    const place = sql`(${after.rank}, ${after.foldedNames}, ${after.id})`;
    query = query.where(sql<SqlBool>`(${rank}, users.folded_names, users.id) > ${place}`);
  }
  const rows = await query.orderBy(rank).orderBy('users.folded_names').orderBy('users.id').limit(limit).execute();
  return rows.map(toUser);
};

/** Where a user stands in the list of those who are looked for by a user name. */
export const selectPlaceOfPerson = (
  { kysely }: Session,
  id: number,
  username: string,
): Promise<PersonPlace | undefined> =>
  kysely
    .selectFrom('users')
    .select([isOther(username).as('rank'), 'folded_names as foldedNames', 'id'])
    .where('id', '=', id)
    .executeTakeFirst();

/** The user, active or not, if it is one of these people. */
export const selectPerson = async (session: Session, id: number, filter: PeopleFilter): Promise<User | undefined> => {
  const row = await narrowed(session, filter).where('users.id', '=', id).executeTakeFirst();
  return row && toUser(row);
};

export const selectSpaceIdsWorkedIn = async ({ kysely }: Session, userId: number): Promise<number[]> => {
  const rows = await kysely
    .selectFrom('space_members')
    .select('space_id as id')
    .where('user_id', '=', userId)
    .where('role', 'in', ['manager', 'agent'])
    .execute();
  return rows.map(({ id }) => id);
};

const narrowed = ({ kysely }: Session, { sight, audience, words }: PeopleFilter): People => {
  let query: People = kysely.selectFrom('users').select(userColumns);
  for (const word of words) query = query.where(sql<SqlBool>`users.folded_names like ${containing(word)} escape '\\'`);
  if (audience !== undefined) query = query.where((eb) => isInAudience(eb, audience));
  return sight === 'all' ? query : query.where((eb) => isInSight(eb, sight));
};

type Builder = ExpressionBuilder<Schema, 'users'>;

const isInSight = (eb: Builder, { selfId, spaceIds, colleagues }: Exclude<PeopleFilter['sight'], 'all'>) =>
  eb.or([
    eb('users.id', '=', selfId),
    eb('users.role', '=', 'administrator'),
    ...(colleagues ? [sql<SqlBool>`not ${isIsolated}`] : []),
    ...(spaceIds.length === 0 ? [] : [isMember(eb, spaceIds)]),
  ]);

const isInAudience = (eb: Builder, { spaceId, who }: NonNullable<PeopleFilter['audience']>): Expression<SqlBool> => {
  const member = isMember(eb, [spaceId]);
  if (who === 'members') return member;
  return eb.or([
    eb('users.role', '=', 'administrator'),
    ...(who === 'public' ? [sql<SqlBool>`not ${isIsolated}`] : []),
    member,
  ]);
};

const isMember = (eb: Builder, spaceIds: readonly number[]): Expression<SqlBool> =>
  eb.exists(
    eb
      .selectFrom('space_members')
      .select('space_members.user_id')
      .whereRef('space_members.user_id', '=', 'users.id')
      .where('space_members.space_id', 'in', spaceIds),
  );

/** 0 for the user of exactly this name, who then comes first, and 1 for all others. */
const isOther = (username: string) =>
  sql<number>`case when lower(users.username) = lower(${username}) then 0 else 1 end`;

const containing = (word: string): string => `%${word.replace(/[\\%_]/gu, '\\$&')}%`;
