import { setTimeout as sleep } from 'node:timers/promises';
import { operator } from '../../kernel/actor.ts';
import { Context, type Platform } from '../context.ts';
import type { Job } from './job.ts';

interface RunJobs {
  readonly jobs: readonly Job[];
  /** Is told when a run fails; the next one comes all the same. */
  readonly onError: (job: string, error: unknown) => void;
}

/** Runs each job again and again until the answer is called, which waits for those that are under way. */
export const runJobs = (platform: Platform, { jobs, onError }: RunJobs): (() => Promise<void>) => {
  const stop = new AbortController();
  const ctx = new Context(platform, operator('jobs'));
  const loops = jobs.map((job) => repeat(ctx, job, { signal: stop.signal, onError }));
  return async () => {
    stop.abort();
    await Promise.all(loops);
  };
};

const repeat = async (
  ctx: Context,
  { name, everyMs, run }: Job,
  { signal, onError }: { readonly signal: AbortSignal; readonly onError: RunJobs['onError'] },
): Promise<void> => {
  while (!signal.aborted) {
    await sleep(everyMs, undefined, { signal, ref: false }).catch(() => undefined);
    if (signal.aborted) return;
    try {
      // No request has looked for changes of what this process remembers.
      await ctx.platform.database.noticeChanges();
      await run(ctx, signal);
    } catch (error) {
      onError(name, error);
    }
  }
};
