import type { Job } from '../../platform/jobs/job.ts';
import { deleteOldDeliveries } from './old-deliveries.store.ts';

const HOUR_MS = 60 * 60_000;

/** How long the log of deliveries reaches back, in milliseconds: 30 days. */
const KEPT_MS = 30 * 24 * HOUR_MS;

/** How many are removed in one transaction, and how many transactions a run has, so that writers come first. */
const BATCH_SIZE = 1_000;
const MAX_BATCHES = 1_000;

/** Removes what was sent or given up long ago. */
export const forgetDeliveries: Job = {
  name: 'forget deliveries',
  everyMs: HOUR_MS,
  run: async (ctx) => {
    const oldest = { before: ctx.now - KEPT_MS, limit: BATCH_SIZE };
    for (let batch = 0; batch < MAX_BATCHES; batch += 1) {
      if ((await ctx.inTransaction((tx) => deleteOldDeliveries(tx.db, oldest))) < BATCH_SIZE) return;
    }
  },
};
