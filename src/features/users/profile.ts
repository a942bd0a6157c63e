import { type FieldProblem, refuseInvalidFields } from '../../kernel/errors.ts';
import { plainText } from '../cases/plain-text.ts';

/** What people say about themselves. */
export interface Profile {
  /** The name that others see. */
  readonly displayName: string;
  readonly firstName: string;
  readonly lastName: string;
  /** "" for none. */
  readonly email: string;
  /** IANA name, for example `Europe/Stockholm`. */
  readonly timeZone: string;
}

/** The longest display name, and the longest first or last name, in characters. */
export const MAX_DISPLAY_NAME_LENGTH = 200;
export const MAX_NAME_LENGTH = 100;
/** The longest e-mail address, in characters. Source: RFC 5321 section 4.5.3.1.3, less the angle brackets. */
export const MAX_EMAIL_LENGTH = 254;

/** Something before an @, and a host behind it: whether it gets mail, only mail can tell. */
const EMAIL = /^[^\s@<>"\p{C}]+@[^\s@<>"\p{C}]+$/u;

/** The properties in the form in which they are kept: names as lines of plain text. Throws FIELDS_INVALID. */
export const usableProfile = <P extends Partial<Profile>>(profile: P): P => {
  const usable = { ...profile };
  for (const field of ['displayName', 'firstName', 'lastName'] as const) {
    const name = profile[field];
    if (name !== undefined) Object.assign(usable, { [field]: plainText(name) });
  }
  if (profile.email !== undefined) Object.assign(usable, { email: profile.email.trim() });
  refuseInvalidFields(profileProblems(usable));
  return usable;
};

const profileProblems = ({ displayName, firstName, lastName, email, timeZone }: Partial<Profile>): FieldProblem[] => [
  ...(displayName === '' ? [{ field: 'displayName', problem: 'must not be blank' }] : []),
  ...lengthProblems('displayName', displayName, MAX_DISPLAY_NAME_LENGTH),
  ...lengthProblems('firstName', firstName, MAX_NAME_LENGTH),
  ...lengthProblems('lastName', lastName, MAX_NAME_LENGTH),
  ...lengthProblems('email', email, MAX_EMAIL_LENGTH),
  ...(email && !EMAIL.test(email) ? [{ field: 'email', problem: 'must be an e-mail address, or "" for none' }] : []),
  ...(timeZone === undefined || isTimeZone(timeZone) ? [] : [{ field: 'timeZone', problem: aTimeZone }]),
];

const aTimeZone = 'must be the IANA name of a time zone, for example Europe/Stockholm';

const lengthProblems = (field: string, text = '', most: number): FieldProblem[] =>
  [...text].length > most ? [{ field, problem: `must have at most ${most} characters` }] : [];

const isTimeZone = (name: string): boolean => {
  try {
    // An offset such as +02:00 is taken, too, and does not know of summer.
    return /^[a-z]/iu.test(new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone);
  } catch {
    return false;
  }
};
