import { DomainError } from '../../../kernel/errors.ts';
import type { Context } from '../../context.ts';
import { claimKey, deleteKeptAnswers, selectKeptAnswer, updateKeptAnswer } from './idempotency.store.ts';
import type { IdempotencyKey } from './idempotency-key.ts';
import type { KeptAnswer } from './kept-answer.ts';

/** How long answers are kept for repeats, in milliseconds. */
const KEPT_MS = 24 * 60 * 60 * 1_000;

/**
 * Does the work once for each key of a user and keeps the answer, sealed, in the transaction of the work itself; repeats
 * with the same API key or session get that answer. What was refused is not kept: nothing was done, so a repeat tries anew. Throws IDEMPOTENCY_KEY_REUSED
 * when the key belongs to another request.
 */
export const answerOnce = (
  ctx: Context,
  { key, fingerprint, seal }: IdempotencyKey,
  work: (tx: Context) => Promise<KeptAnswer>,
): Promise<KeptAnswer> =>
  ctx.inTransaction(async (tx) => {
    const id = { userId: tx.actor.userId ?? 0, key };
    // Waits on PostgreSQL for a request with the same key that is under way.
    if (!(await claimKey(tx.db, { ...id, fingerprint, at: tx.now, keptSince: tx.now - KEPT_MS }))) {
      return repeated(await selectKeptAnswer(tx.db, id), { fingerprint, seal });
    }
    const answer = await work(tx);
    await updateKeptAnswer(tx.db, { ...id, answer: seal.seal(JSON.stringify(answer)) });
    return answer;
  });

/** Keeps an answer for repeats, as part of the transaction that ends the work. */
export type Keep = (tx: Context, answer: KeptAnswer) => Promise<void>;

/**
 * The same for work in many transactions, of which the last one keeps the answer: cut off before, a repeat does the work
 * again, which must be able to go on where it ended. Not for use inside a transaction.
 */
export const answerOnceAfterSteps = async (
  ctx: Context,
  { key, fingerprint, seal }: IdempotencyKey,
  work: (keep: Keep) => Promise<KeptAnswer>,
): Promise<KeptAnswer> => {
  const userId = ctx.actor.userId ?? 0;
  const keptSince = ctx.now - KEPT_MS;
  const before = await selectKeptAnswer(ctx.db, { userId, key });
  if (before !== undefined && before.at >= keptSince) return repeated(before, { fingerprint, seal });
  const keep: Keep = async (tx, answer) => {
    const isFirst = await claimKey(tx.db, { userId, key, fingerprint, at: tx.now, keptSince });
    if (!isFirst) throw new DomainError('IDEMPOTENCY_KEY_REUSED');
    await updateKeptAnswer(tx.db, { userId, key, answer: seal.seal(JSON.stringify(answer)) });
  };
  try {
    return await work(keep);
  } catch (error) {
    // The same request may have been under way twice, and the other one has ended first.
    const meanwhile = await selectKeptAnswer(ctx.db, { userId, key });
    if (meanwhile === undefined || meanwhile.at < keptSince) throw error;
    return repeated(meanwhile, { fingerprint, seal });
  }
};

const repeated = (
  kept: { fingerprint: string; answer: string } | undefined,
  { fingerprint, seal }: Omit<IdempotencyKey, 'key'>,
): KeptAnswer => {
  if (kept?.fingerprint !== fingerprint) throw new DomainError('IDEMPOTENCY_KEY_REUSED');
  const answer = JSON.parse(seal.open(kept.answer)) as KeptAnswer;
  return { ...answer, headers: { ...answer.headers, 'idempotency-replayed': 'true' } };
};

/** Forgets the answers that are not kept any longer. */
export const forgetAnswers = (ctx: Context): Promise<void> =>
  ctx.inTransaction((tx) => deleteKeptAnswers(tx.db, { before: tx.now - KEPT_MS }));
