import { DomainError } from '../../../kernel/errors.ts';
import type { Context } from '../../context.ts';
import {
  endLease,
  isUnderWay,
  type LeasedKey,
  leaseKey,
  newHolder,
  renewLease,
  selectKeptAnswer,
  updateKeptAnswer,
} from './idempotency.store.ts';
import { KEPT_MS, repeated } from './idempotency.ts';
import type { IdempotencyKey } from './idempotency-key.ts';
import type { KeptAnswer } from './kept-answer.ts';

/** How often a request says that it is under way, and after what silence it was cut off, in milliseconds. */
const RENEWED_EVERY_MS = 3_000;
const LEASED_MS = 15_000;

/** When a repeat is worth trying, in milliseconds. */
const RETRY_AFTER_MS = 1_000;

/** Keeps an answer for repeats, as part of the transaction that ends the work. */
type Keep = (tx: Context, answer: KeptAnswer) => Promise<void>;

/**
 * Does work in many transactions once for each key of a user; the last one keeps the answer. Cut off before, a repeat
 * does the work again, which must be able to go on where it ended. Not for use inside a transaction. Throws
 * REQUEST_UNDER_WAY while another request does it, IDEMPOTENCY_KEY_REUSED when the key belongs to another request.
 */
export const answerOnceAfterSteps = async (
  ctx: Context,
  { key, fingerprint, seal }: IdempotencyKey,
  work: (keep: Keep) => Promise<KeptAnswer>,
): Promise<KeptAnswer> => {
  const id = { userId: ctx.actor.userId ?? 0, key, holder: newHolder() };
  if (!(await begin(ctx, { ...id, fingerprint }))) return answerOfOther(ctx, id, { fingerprint, seal });
  const keep: Keep = async (tx, answer) => {
    if (await updateKeptAnswer(tx.db, { ...id, answer: seal.seal(JSON.stringify(answer)) })) return;
    // Nothing was heard of this one for so long that a repeat has taken over.
    throw new DomainError('REQUEST_UNDER_WAY', { retryAfterMs: RETRY_AFTER_MS });
  };
  const stopRenewing = renewAgainAndAgain(ctx, id);
  try {
    return await work(keep);
  } catch (error) {
    // Nothing is kept of a refusal: a repeat tries anew.
    await ctx.inTransaction((tx) => endLease(tx.db, id)).catch(() => undefined);
    throw error;
  } finally {
    await stopRenewing();
  }
};

const begin = (ctx: Context, id: LeasedKey & { readonly fingerprint: string }): Promise<boolean> =>
  ctx.inTransaction((tx) => {
    const { now: at } = tx;
    return leaseKey(tx.db, { ...id, at, keptSince: at - KEPT_MS, leasedSince: at - LEASED_MS });
  });

const answerOfOther = async (
  ctx: Context,
  id: LeasedKey,
  request: Omit<IdempotencyKey, 'key'>,
): Promise<KeptAnswer> => {
  const kept = await selectKeptAnswer(ctx.db, id);
  const isOfThis = kept === undefined || kept.fingerprint === request.fingerprint;
  // It may also have been refused since: then the repeat finds nothing in its way.
  if (isOfThis && (kept === undefined || isUnderWay(kept))) {
    throw new DomainError('REQUEST_UNDER_WAY', { retryAfterMs: RETRY_AFTER_MS });
  }
  return repeated(kept, request);
};

/** Until the answer is called, which waits for what is under way. */
const renewAgainAndAgain = (ctx: Context, id: LeasedKey): (() => Promise<void>) => {
  let renewing: Promise<void> = Promise.resolve();
  const renew = (): void => {
    renewing = ctx.inTransaction((tx) => renewLease(tx.db, { ...id, at: tx.now })).catch(() => undefined);
  };
  const timer = setInterval(renew, RENEWED_EVERY_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    return renewing;
  };
};
