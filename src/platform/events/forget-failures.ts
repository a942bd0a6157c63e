import type { Job } from '../jobs/job.ts';
import { deleteEventFailures } from './events.store.ts';

const HOUR_MS = 60 * 60_000;

/** How long it is known which events a reader could not handle, in milliseconds: 90 days. */
const KEPT_MS = 90 * 24 * HOUR_MS;

/** Forgets which events could not be handled long ago. */
export const forgetFailures: Job = {
  name: 'forget failures of readers of events',
  everyMs: HOUR_MS,
  run: (ctx) => ctx.inTransaction((tx) => deleteEventFailures(tx.db, { before: tx.now - KEPT_MS })),
};
