import { hash } from 'node:crypto';
import { DomainError } from '../../kernel/errors.ts';
import { Context } from '../context.ts';
import { waitForTurn } from '../database/exclusive.ts';
import { ATTEMPTS_KEPT_MS, type AttemptLimit } from './attempt-limit.ts';
import { deleteTalliesBefore, deleteTally, saveTally, selectTally } from './attempts.store.ts';
import { waitInWords } from './wait-in-words.ts';

interface Attempt {
  readonly limit: AttemptLimit;
  /** Who tries, or what is tried. */
  readonly subject: string;
}

/**
 * Counts an attempt, in all processes together. Attempts count from their beginning, so that many at once are not a way
 * around. It has to be outside of transactions: what is taken back would not have been counted. Throws
 * TOO_MANY_ATTEMPTS when it comes too early.
 */
export const beginAttempt = (ctx: Context, { limit, subject }: Attempt): Promise<void> =>
  ownTransaction(ctx, async (tx) => {
    const key = keyOf({ limit, subject });
    await waitForTurn(tx.db, key);
    const known = await selectTally(tx.db, key);
    const tally = known === undefined || limit.isForgotten(known, tx.now) ? undefined : known;
    const waitMs = tally === undefined ? 0 : limit.waitMs(tally, tx.now);
    if (waitMs > 0) throw tooEarly(waitMs);
    const count = (tally?.count ?? 0) + 1;
    await saveTally(tx.db, { subject: key, count, firstAt: tally?.firstAt ?? tx.now, lastAt: tx.now });
  });

const tooEarly = (waitMs: number): DomainError =>
  new DomainError('TOO_MANY_ATTEMPTS', {
    message: `Too many attempts. Try again in ${waitInWords(waitMs)}.`,
    retryAfterMs: waitMs,
  });

/** Forgets all attempts, because one succeeded. */
export const attemptSucceeded = (ctx: Context, attempt: Attempt): Promise<void> =>
  ownTransaction(ctx, (tx) => deleteTally(tx.db, keyOf(attempt)));

/** Forgets the attempts that no limit counts any more. */
export const forgetAttempts = (ctx: Context): Promise<void> =>
  ctx.inTransaction((tx) => deleteTalliesBefore(tx.db, tx.now - ATTEMPTS_KEPT_MS));

/** Fails inside of another transaction. */
const ownTransaction = ({ platform, actor }: Context, work: (tx: Context) => Promise<void>): Promise<void> =>
  new Context(platform, actor).inTransaction(work);

/** Names and addresses are not kept in clear, and may be as long as they like. */
const keyOf = ({ limit, subject }: Attempt): string => `${limit.name} ${hash('sha256', subject, 'base64url')}`;
