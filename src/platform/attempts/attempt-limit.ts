/** How often something was tried; instants in milliseconds since 1970-01-01T00:00:00Z. */
export interface Tally {
  readonly count: number;
  readonly firstAt: number;
  readonly lastAt: number;
}

/** How often something may be tried. */
export interface AttemptLimit {
  /** What is limited; part of the name under which attempts are kept. */
  readonly name: string;
  /** Whether these attempts no longer count. */
  readonly isForgotten: (tally: Tally, now: number) => boolean;
  /** How long the next attempt has to wait, in milliseconds; 0 or less when it need not. */
  readonly waitMs: (tally: Tally, now: number) => number;
}

/** Attempts are kept as long as any limit counts them, in milliseconds. */
export const ATTEMPTS_KEPT_MS = 60 * 60 * 1_000;
/** How many failures in a row cost nothing. */
const FREE_FAILURES = 10;
/** The first wait, and the longest one, in milliseconds: long for guessing, short for whoever is locked out by others. */
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

/** After some failures in a row the next attempt has to wait, twice as long each time; an hour of rest forgets them. */
export const slowingDown = (name: string): AttemptLimit => ({
  name,
  isForgotten: ({ lastAt }, now) => now - lastAt >= ATTEMPTS_KEPT_MS,
  waitMs: ({ count, lastAt }, now) => lastAt + waitAfter(count) - now,
});

const waitAfter = (failures: number): number =>
  failures < FREE_FAILURES ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - FREE_FAILURES));

const MINUTE_MS = 60_000;

/** So many attempts in a minute, whatever comes of them. */
export const perMinute = (name: string, most: number): AttemptLimit => within(MINUTE_MS, name, most);

/** So many attempts in an hour, whatever comes of them. */
export const perHour = (name: string, most: number): AttemptLimit => within(ATTEMPTS_KEPT_MS, name, most);

const within = (periodMs: number, name: string, most: number): AttemptLimit => ({
  name,
  isForgotten: ({ firstAt }, now) => now - firstAt >= periodMs,
  waitMs: ({ count, firstAt }, now) => (count < most ? 0 : firstAt + periodMs - now),
});
