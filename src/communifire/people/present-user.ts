import { readableEmail } from '../../features/users/people-in-sight.ts';
import type { User } from '../../features/users/user.ts';
import type { WorkspaceRole } from '../../kernel/permissions.ts';
import type { Context } from '../../platform/context.ts';
import type { WireCandidate, WireUser } from './user.wire.ts';

export const rankNames: Readonly<Record<WorkspaceRole, string>> = { administrator: 'Administrator', member: 'Member' };

/** The user as whoever acts may see them; a picture, which users of this product do not have, is "". */
export const presentUser = async (ctx: Context, user: User): Promise<WireUser> => ({
  UserID: user.id,
  UserName: user.username,
  UserInfoDisplayName: user.displayName,
  FirstName: user.firstName,
  LastName: user.lastName,
  Email: await visibleEmail(ctx, user),
  AvatarImageURL: '',
  RankName: rankNames[user.role],
});

/** The user among those a case can be given to. Source: communifire-api.md section 3, cases. */
export const presentCandidate = (user: User): WireCandidate => ({
  UserID: user.id,
  UserInfoDisplayName: user.displayName,
  AvatarImageURL: '',
  FirstName: user.firstName,
  LastName: user.lastName,
});

/** The same for each of them. */
export const presentUsers = (ctx: Context, users: readonly User[]): Promise<WireUser[]> =>
  Promise.all(users.map((user) => presentUser(ctx, user)));

/** The e-mail address, or "" where it is not for whoever acts. */
export const visibleEmail = async (ctx: Context, user: User): Promise<string> => (await readableEmail(ctx, user)) ?? '';
