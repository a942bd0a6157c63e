import type { Job } from '../../platform/jobs/job.ts';

/** A job that does nothing on a server that sends no mail: it does not even look whether there is something to do. */
export const whereMailIsSent = ({ run, ...job }: Job): Job => ({
  ...job,
  run: async (ctx, signal) => {
    if (ctx.platform.mailer !== undefined) await run(ctx, signal);
  },
});
