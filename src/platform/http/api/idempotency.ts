import { DomainError } from '../../../kernel/errors.ts';
import type { Context } from '../../context.ts';
import { claimKey, deleteKeptAnswers, selectKeptAnswer, updateKeptAnswer } from './idempotency.store.ts';
import type { IdempotencyKey } from './idempotency-key.ts';
import type { KeptAnswer } from './kept-answer.ts';

/** How long answers are kept for repeats, in milliseconds. */
export const KEPT_MS = 24 * 60 * 60 * 1_000;

/**
 * Does the work once for each key of a user and keeps the answer, sealed, in the transaction of the work itself; repeats
 * with the same API key or session get that answer. What was refused is not kept: nothing was done, so a repeat tries anew.
 * Throws IDEMPOTENCY_KEY_REUSED when the key belongs to another request.
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

/** The answer that was kept, as an answer to a repeat. Throws IDEMPOTENCY_KEY_REUSED. */
export const repeated = (
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
