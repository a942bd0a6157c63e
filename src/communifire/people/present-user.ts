import type { User } from '../../features/users/user.ts';
import type { WorkspaceRole } from '../../kernel/permissions.ts';
import type { WireUser } from './user.wire.ts';

const rankNames: Readonly<Record<WorkspaceRole, string>> = { administrator: 'Administrator', member: 'Member' };

/** The user; a picture, which users of this product do not have, is "". */
export const presentUser = (user: User): WireUser => ({
  UserID: user.id,
  UserName: user.username,
  UserInfoDisplayName: user.displayName,
  FirstName: user.firstName,
  LastName: user.lastName,
  Email: user.email,
  AvatarImageURL: '',
  RankName: rankNames[user.role],
});
