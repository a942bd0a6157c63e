import { type FieldProblem, refuseInvalidFields } from '../../kernel/errors.ts';
import { type WorkspaceRole, workspaceRoles } from '../../kernel/permissions.ts';

/** The longest user name, in characters. */
const MAX_USERNAME_LENGTH = 100;

/** Somebody with an account. */
export interface User {
  readonly id: number;
  readonly username: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly displayName: string;
  readonly email: string;
  readonly role: WorkspaceRole;
  /** IANA name, for example `Europe/Stockholm`. */
  readonly timeZone: string;
  readonly active: boolean;
  /** Whether all spaces they are a member of are isolated: then nothing exists for them but those and their people. */
  readonly isolated: boolean;
}

/** What a new user is made from. */
export interface NewUser {
  readonly id?: number;
  readonly username: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly displayName?: string;
  readonly email?: string;
  readonly role?: WorkspaceRole;
  readonly timeZone?: string;
}

/** The complete user that a new one becomes, without an ID. Throws FIELDS_INVALID. */
export const completeUser = (user: NewUser): Omit<User, 'id' | 'isolated'> => {
  const { username, firstName = '', lastName = '', email = '', role = 'member', timeZone = 'UTC' } = user;
  refuseInvalidFields(userProblems({ username, role, timeZone }));
  const displayName = user.displayName ?? (`${firstName} ${lastName}`.trim() || username);
  return { username, firstName, lastName, displayName, email, role, timeZone, active: true };
};

const userProblems = ({ username, role, timeZone }: { username: string; role: string; timeZone: string }) => {
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
  if (!isTimeZone(timeZone)) {
    problems.push({ field: 'timeZone', problem: 'must be the IANA name of a time zone, for example Europe/Stockholm' });
  }
  return problems;
};

const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
};
