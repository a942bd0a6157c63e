import type { MailLanguage } from './mail.ts';

/** Somebody who is not signed in wants to set a new password. Whether there is such a person, nobody has looked yet. */
export interface PasswordRequest {
  readonly id: number;
  /** What they call themselves: a user name or an e-mail address. */
  readonly sought: string;
  readonly language: MailLanguage;
}

/** The longest name or address that is looked for, in characters. */
export const MAX_SOUGHT_LENGTH = 254;

/** In the form in which it is kept and looked for: PostgreSQL keeps neither NUL nor half a character. */
export const usableSought = (text: string): string => text.toWellFormed().replaceAll('\u0000', '\ufffd').trim();
