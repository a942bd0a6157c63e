import { type FieldProblem, refuseInvalidFields } from '../../kernel/errors.ts';
import { type WorkspaceRole, workspaceRoles } from '../../kernel/permissions.ts';
import { type Profile, usableProfile } from './profile.ts';

/** The longest user name, in characters. */
export const MAX_USERNAME_LENGTH = 100;

/** Somebody with an account. */
export interface User extends Profile {
  readonly id: number;
  readonly username: string;
  readonly role: WorkspaceRole;
  readonly active: boolean;
  /** Whether all spaces they are a member of are isolated: then nothing exists for them but those and their people. */
  readonly isolated: boolean;
  /** When their picture was chosen, in milliseconds since 1970-01-01T00:00:00Z; null for none. */
  readonly avatarAt: number | null;
}

/** What a new user is made from. */
export interface NewUser extends Partial<Profile> {
  readonly id?: number;
  readonly username: string;
  readonly role?: WorkspaceRole;
}

/** The complete user that a new one becomes, without an ID. Throws FIELDS_INVALID. */
export const completeUser = (user: NewUser): Omit<User, 'id' | 'isolated' | 'avatarAt'> => {
  const { username, role = 'member' } = user;
  refuseInvalidFields(userProblems({ username, role }));
  const { firstName = '', lastName = '', email = '', timeZone = 'UTC' } = user;
  const displayName = user.displayName ?? (`${firstName} ${lastName}`.trim() || username);
  const profile = usableProfile({ displayName, firstName, lastName, email, timeZone });
  return { username, ...profile, role, active: true };
};

const userProblems = ({ username, role }: { username: string; role: string }) => {
  const problems: FieldProblem[] = [];
  // A colon would end the user name inside an API key. Source: communifire-api.md section 1, shape of a key.
  if (!/^[^\s:\p{C}]+$/u.test(username) || username.length > MAX_USERNAME_LENGTH) {
    problems.push({
      field: 'username',
      problem: `must have 1 to ${MAX_USERNAME_LENGTH} characters, without spaces and colons`,
    });
  }
  if (!workspaceRoles.some((known) => known === role)) {
    problems.push({ field: 'role', problem: `must be one of: ${workspaceRoles.join(', ')}` });
  }
  return problems;
};
