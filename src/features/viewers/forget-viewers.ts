import type { Job } from '../../platform/jobs/job.ts';
import { deleteViewersUntil } from './viewers.store.ts';

const HOUR_MS = 60 * 60_000;

/** Forgets who looked at cases and did not say so again. */
export const forgetViewers: Job = {
  name: 'forget who looked at cases',
  everyMs: HOUR_MS,
  run: (ctx) => ctx.inTransaction((tx) => deleteViewersUntil(tx.db, tx.now)),
};
