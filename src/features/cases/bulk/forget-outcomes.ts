import type { Context } from '../../../platform/context.ts';
import type { Job } from '../../../platform/jobs/job.ts';
import { deletePortions, insertSums, selectForgettable, selectSums } from './old-bulk.store.ts';

const HOUR_MS = 60 * 60_000;

/** How long it is known what became of each case, in milliseconds: 30 days. */
const KEPT_MS = 30 * 24 * HOUR_MS;

/** How many bulk changes are looked up at once; each has a transaction of its own, so that others can write between. */
const BATCH = 50;

/**
 * Forgets what became of each case of bulk changes that ended long ago. How many were changed stays, and their group in
 * the history, by which they can be taken back.
 */
export const forgetOutcomes: Job = {
  name: 'forget outcomes of bulk changes',
  everyMs: HOUR_MS,
  run: async (ctx) => {
    const before = ctx.now - KEPT_MS;
    for (;;) {
      const bulkIds = await selectForgettable(ctx.db, { before, limit: BATCH });
      for (const bulkId of bulkIds) await ctx.inTransaction((tx) => forget(tx, bulkId));
      if (bulkIds.length < BATCH) return;
    }
  },
};

const forget = async (tx: Context, bulkId: number): Promise<void> => {
  const sums = await selectSums(tx.db, bulkId);
  await deletePortions(tx.db, bulkId);
  await insertSums(tx.db, bulkId, sums);
};
