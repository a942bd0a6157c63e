import { type RawBuilder, sql } from 'kysely';
import type { WorkspaceRole } from '../../kernel/permissions.ts';
import { fold } from '../../platform/database/folded-text.ts';
import { prepared } from '../../platform/database/prepared.ts';
import type { Session } from '../../platform/database/session.ts';
import type { User } from './user.ts';

/** Whether a row of `users` is of somebody who is a member of isolated spaces only. */
export const isIsolated: RawBuilder<boolean | number> = sql`(users.role <> 'administrator'
  and exists (select 1 from space_members join spaces on spaces.id = space_members.space_id
    where space_members.user_id = users.id and spaces.visibility = 'isolated')
  and not exists (select 1 from space_members join spaces on spaces.id = space_members.space_id
    where space_members.user_id = users.id and spaces.visibility <> 'isolated'))`;

/** When the picture of a row of `users` was chosen; null for none. */
const avatarAt: RawBuilder<number | null> = sql`(select created_at from avatars where avatars.user_id = users.id)`;

export const userColumns = [
  'users.id',
  'users.username',
  'users.first_name as firstName',
  'users.last_name as lastName',
  'users.display_name as displayName',
  'users.email',
  'users.role',
  'users.time_zone as timeZone',
  'users.active',
  isIsolated.as('isolated'),
  avatarAt.as('avatarAt'),
] as const;

export interface UserRow extends Omit<User, 'role' | 'active' | 'isolated'> {
  readonly role: string;
  readonly active: boolean | number;
  readonly isolated: boolean | number;
}

export const toUser = (row: UserRow): User => ({
  ...row,
  role: row.role as WorkspaceRole,
  active: Boolean(row.active),
  isolated: Boolean(row.isolated),
});

const byId = prepared((db, value: { id: number }) =>
  db.selectFrom('users').select(userColumns).where('id', '=', value.id),
);

const byUsername = prepared((db, value: { username: string }) =>
  db
    .selectFrom('users')
    .select([...userColumns, 'password_hash as passwordHash'])
    .where(sql`lower(username)`, '=', sql`lower(${value.username})`),
);

export const selectUser = async (session: Session, id: number): Promise<User | undefined> => {
  const row = await byId.first(session, { id });
  return row && toUser(row);
};

export const selectUserByName = async (
  session: Session,
  username: string,
): Promise<{ user: User; passwordHash: string | null } | undefined> => {
  // PostgreSQL refuses a NUL even in a question; no user has one in the name.
  if (username.includes('\u0000')) return undefined;
  const row = await byUsername.first(session, { username });
  if (row === undefined) return undefined;
  const { passwordHash, ...user } = row;
  return { user: toUser(user), passwordHash };
};

export const selectUsers = async (session: Session): Promise<User[]> =>
  (await session.kysely.selectFrom('users').select(userColumns).orderBy('id').execute()).map(toUser);

/** The users with these names; lower case counts as it does in the index of user names. */
export const selectUsersByName = async (session: Session, usernames: readonly string[]): Promise<User[]> => {
  const names = usernames.map((username) => sql`lower(${username})`);
  const rows = await session.kysely
    .selectFrom('users')
    .select(userColumns)
    .where(sql`lower(username)`, 'in', names)
    .execute();
  return rows.map(toUser);
};

interface SelectUsersToMail {
  readonly usernameOrEmail: string;
  readonly limit: number;
}

/** The active users with an e-mail address who have this name or this address; lower case counts as in the indexes. */
export const selectUsersToMail = async (
  session: Session,
  { usernameOrEmail, limit }: SelectUsersToMail,
): Promise<User[]> => {
  const sought = sql`lower(${usernameOrEmail})`;
  const rows = await session.kysely
    .selectFrom('users')
    .select(userColumns)
    .where(({ or, eb }) => or([eb(sql`lower(username)`, '=', sought), eb(sql`lower(email)`, '=', sought)]))
    .where('email', '<>', '')
    .where('active', '=', true)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(toUser);
};

/** What is known of a user before there is one. */
type NewUserRow = Omit<User, 'id' | 'isolated' | 'avatarAt'>;

const foldedNamesOf = ({ displayName, username, firstName, lastName }: NewUserRow): string =>
  fold(`${displayName} ${username} ${firstName} ${lastName}`);

export const insertUser = async (
  session: Session,
  user: NewUserRow & { id?: number; createdAt: number },
): Promise<number> => {
  const { id } = await session.kysely
    .insertInto('users')
    .values({
      ...(user.id === undefined ? {} : { id: user.id }),
      username: user.username,
      first_name: user.firstName,
      last_name: user.lastName,
      display_name: user.displayName,
      folded_names: foldedNamesOf(user),
      email: user.email,
      role: user.role,
      time_zone: user.timeZone,
      password_hash: null,
      active: user.active,
      created_at: user.createdAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

/** Writes what people say about themselves. */
export const updateUserRow = async ({ kysely }: Session, user: User): Promise<void> => {
  await kysely
    .updateTable('users')
    .set({
      first_name: user.firstName,
      last_name: user.lastName,
      display_name: user.displayName,
      folded_names: foldedNamesOf(user),
      email: user.email,
      time_zone: user.timeZone,
    })
    .where('id', '=', user.id)
    .execute();
};

/** The administrators who have access. */
export const selectActiveAdministratorIds = async ({ kysely }: Session): Promise<number[]> => {
  const query = kysely.selectFrom('users').select('id').where('role', '=', 'administrator');
  return (await query.where('active', '=', true).orderBy('id').execute()).map(({ id }) => id);
};

export const updatePasswordHash = async (session: Session, userId: number, passwordHash: string): Promise<void> => {
  await session.kysely.updateTable('users').set({ password_hash: passwordHash }).where('id', '=', userId).execute();
};

export const updateActive = async (session: Session, userId: number, active: boolean): Promise<void> => {
  await session.kysely.updateTable('users').set({ active }).where('id', '=', userId).execute();
};

export const updateRole = async (session: Session, userId: number, role: WorkspaceRole): Promise<void> => {
  await session.kysely.updateTable('users').set({ role }).where('id', '=', userId).execute();
};

export const insertPasswordLink = async (
  session: Session,
  link: { tokenHash: string; userId: number; expiresAt: number },
): Promise<void> => {
  await session.kysely
    .insertInto('password_links')
    .values({ token_hash: link.tokenHash, user_id: link.userId, expires_at: link.expiresAt })
    .execute();
};

export const selectPasswordLink = (session: Session, tokenHash: string) =>
  session.kysely
    .selectFrom('password_links')
    .select(['user_id as userId', 'expires_at as expiresAt'])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();

export const deletePasswordLinks = async (session: Session, userId: number): Promise<void> => {
  await session.kysely.deleteFrom('password_links').where('user_id', '=', userId).execute();
};

export const deleteExpiredPasswordLinks = async (
  session: Session,
  { userId, now }: { readonly userId: number; readonly now: number },
): Promise<void> => {
  const links = session.kysely.deleteFrom('password_links').where('user_id', '=', userId);
  await links.where('expires_at', '<=', now).execute();
};
