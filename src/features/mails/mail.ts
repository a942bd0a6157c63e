/** The languages in which mails are written. */
export const mailLanguages = ['en', 'de', 'es', 'ar'] as const;
export type MailLanguage = (typeof mailLanguages)[number];

/**
 * What mails are about: a link to set a password that somebody has asked for where one signs in, or that an administrator
 * sends.
 */
const mailKinds = ['password-forgotten', 'password-link'] as const;
export type MailKind = (typeof mailKinds)[number];

/** Something that is to be sent to somebody. What it says is made when it is sent: no secret waits with it. */
export interface Mail {
  readonly id: number;
  readonly kind: MailKind;
  readonly userId: number;
  readonly language: MailLanguage;
  /** How often it was tried. */
  readonly attempts: number;
  /** In milliseconds since 1970-01-01T00:00:00Z. */
  readonly createdAt: number;
}

const MINUTE_MS = 60_000;

/** How long it is tried to send a mail, in milliseconds: whoever waits for it longer has asked again. */
export const RETRIED_MS = 4 * 60 * MINUTE_MS;

const FIRST_PAUSE_MS = 5_000;
const MAX_PAUSE_MS = 10 * MINUTE_MS;
const PAUSE_FACTOR = 2;

/** How long to wait after so many failed attempts, in milliseconds. */
export const pauseAfter = (attempts: number): number =>
  Math.min(FIRST_PAUSE_MS * PAUSE_FACTOR ** (attempts - 1), MAX_PAUSE_MS);
