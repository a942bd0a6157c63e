import type { Job } from '../../platform/jobs/job.ts';
import { MAX_FAILED_SIGN_INS, SIGN_INS_KEPT_MS } from './sign-in-attempt.ts';
import { deleteFailedBeyond, deleteSignInsBefore } from './sign-ins.store.ts';

const HOUR_MS = 60 * 60_000;

/** How many are removed in one transaction, and how many transactions a run has, so that writers come first. */
const BATCH_SIZE = 1_000;
const MAX_BATCHES = 1_000;

/** Removes what is known of signing in when it is old, and attempts that failed when they are too many. */
export const forgetSignIns: Job = {
  name: 'forget sign-ins',
  everyMs: HOUR_MS,
  run: async (ctx) => {
    const old = { before: ctx.now - SIGN_INS_KEPT_MS, limit: BATCH_SIZE };
    const tooMany = { most: MAX_FAILED_SIGN_INS, limit: BATCH_SIZE };
    for (let batch = 0; batch < MAX_BATCHES; batch += 1) {
      const removed = await ctx.inTransaction(async (tx) =>
        Math.max(await deleteSignInsBefore(tx.db, old), await deleteFailedBeyond(tx.db, tooMany)),
      );
      if (removed < BATCH_SIZE) return;
    }
  },
};
