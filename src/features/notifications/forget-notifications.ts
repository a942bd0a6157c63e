import type { Job } from '../../platform/jobs/job.ts';
import { deleteOldest } from './notifications.store.ts';

const HOUR_MS = 60 * 60_000;

/** How long notifications are kept, in milliseconds: 90 days. */
const KEPT_MS = 90 * 24 * HOUR_MS;

/** How many are removed in one transaction, and how many transactions a run has, so that writers come first. */
const BATCH_SIZE = 1_000;
const MAX_BATCHES = 1_000;

/** Removes what was told long ago. */
export const forgetNotifications: Job = {
  name: 'forget notifications',
  everyMs: HOUR_MS,
  run: async (ctx) => {
    const oldest = { before: ctx.now - KEPT_MS, among: BATCH_SIZE };
    for (let batch = 0; batch < MAX_BATCHES; batch += 1) {
      const removed = await ctx.inTransaction((tx) => deleteOldest(tx.db, oldest));
      if (removed < BATCH_SIZE) return;
    }
  },
};
