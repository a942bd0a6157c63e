import { LRUCache } from 'lru-cache';

/** How many subjects are remembered; those tried longest ago are forgotten first. */
const MAX_SUBJECTS = 20_000;
/** How long a failure counts, in milliseconds. */
const FORGOTTEN_AFTER_MS = 60 * 60 * 1_000;
/** How many failures in a row cost nothing. */
const FREE_FAILURES = 10;
/** The first wait, and the longest one, in milliseconds: long for guessing, short for whoever is locked out by others. */
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

interface Failures {
  readonly count: number;
  readonly lastAt: number;
}

/**
 * Slows guessing down: after some failures in a row about one subject, the next attempt has to wait, twice as long each
 * time. Attempts count as failures from their beginning, so that many at once are not a way around. Each process counts
 * for itself.
 */
export class Attempts {
  readonly #failures = new LRUCache<string, Failures>({ max: MAX_SUBJECTS });

  /** Begins an attempt, or answers false when it comes too early. */
  begin(subject: string, now: number): boolean {
    const { count, lastAt } = this.#recent(subject, now);
    if (now < lastAt + waitAfter(count)) return false;
    this.#failures.set(subject, { count: count + 1, lastAt: now });
    return true;
  }

  /** Forgets all failures, because an attempt succeeded. */
  succeed(subject: string): void {
    this.#failures.delete(subject);
  }

  #recent(subject: string, now: number): Failures {
    const failures = this.#failures.get(subject);
    return failures !== undefined && now - failures.lastAt < FORGOTTEN_AFTER_MS ? failures : { count: 0, lastAt: 0 };
  }
}

const waitAfter = (failures: number): number =>
  failures < FREE_FAILURES ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - FREE_FAILURES));
