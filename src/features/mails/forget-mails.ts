import type { Job } from '../../platform/jobs/job.ts';
import { deleteMailsBefore } from './mails.store.ts';
import { deleteRequestsBefore } from './password-requests.store.ts';

const HOUR_MS = 60 * 60_000;

/** How long something may wait, in milliseconds: longer than it is tried. */
const KEPT_MS = 24 * HOUR_MS;

/** Removes what nobody has sent, because the operator has taken the server for mail away. */
export const forgetMails: Job = {
  name: 'forget mails',
  everyMs: HOUR_MS,
  run: (ctx) =>
    ctx.inTransaction(async (tx) => {
      await deleteRequestsBefore(tx.db, tx.now - KEPT_MS);
      await deleteMailsBefore(tx.db, tx.now - KEPT_MS);
    }),
};
