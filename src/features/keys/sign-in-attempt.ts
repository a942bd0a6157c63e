import type { Door } from '../../kernel/actor.ts';

/** From where somebody signs in. */
export interface SignInOrigin {
  /** The IP address. */
  readonly address: string;
  /** What the browser or program calls itself. */
  readonly userAgent: string;
}

/** Somebody signed in, or tried to. */
export interface SignInAttempt extends SignInOrigin {
  readonly id: number;
  /** In milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number;
  readonly succeeded: boolean;
  /** Whose name was used; null when nobody has it. */
  readonly userId: number | null;
  /** The beginning of a name that nobody has; "" otherwise. */
  readonly name: string;
  readonly door: Door;
  /** The session or key that came of it; null when nothing did. */
  readonly keyId: number | null;
}

const DAY_MS = 24 * 60 * 60 * 1_000;

/** How long it is known who signed in from where, in milliseconds: 90 days. */
export const SIGN_INS_KEPT_MS = 90 * DAY_MS;

/** How many attempts that failed are kept, the latest ones: whoever guesses must not fill the disk. */
export const MAX_FAILED_SIGN_INS = 100_000;

/** How much of a name that nobody has is kept, in characters: a password that was typed in its place must stay unknown. */
const SHOWN_OF_UNKNOWN_NAME = 3;

/** The longest name of a browser that is kept, in characters. */
const MAX_USER_AGENT_LENGTH = 300;

/** What is kept of a name that nobody has. */
export const beginningOf = (name: string): string => [...printable(name)].slice(0, SHOWN_OF_UNKNOWN_NAME).join('');

/** What a browser calls itself, in the form in which it is kept. */
export const usableUserAgent = (userAgent: string): string =>
  printable(userAgent).slice(0, MAX_USER_AGENT_LENGTH).toWellFormed().trim();

const printable = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim();
