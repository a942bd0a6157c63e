import type { Context } from '../context.ts';
import type { Lease } from '../database/lease.ts';
import type { Session } from '../database/session.ts';
import type { Job } from './job.ts';

/** How long work may wait until it is begun, in milliseconds. */
const EVERY_MS = 250;

/** How long a process that is at some work keeps others away without a sign of life, in milliseconds. */
export const LEASE_MS = 15_000;

interface LeasedWork<Work> {
  readonly name: string;
  /** The work that nobody is at and that was begun first. */
  readonly selectWaiting: (session: Session, now: number) => Promise<number | undefined>;
  /** Keeps it from others until then; undefined when somebody was faster, or it has ended. */
  readonly lease: (session: Session, lease: Lease) => Promise<Work | undefined>;
  /** For how long, in milliseconds, where that is not the usual time. */
  readonly leaseMs?: number;
  /** Does it, or as much of it as the signal lets. */
  readonly perform: (ctx: Context, work: Work, signal: AbortSignal | undefined) => Promise<void>;
}

/** A job that does one piece of work after the other; each has one process at a time. */
export const leasedJob = <Work>({
  name,
  selectWaiting,
  lease,
  leaseMs = LEASE_MS,
  perform,
}: LeasedWork<Work>): Job => ({
  name,
  everyMs: EVERY_MS,
  run: async (ctx, signal) => {
    for (;;) {
      const id = await selectWaiting(ctx.db, ctx.now);
      if (id === undefined || signal?.aborted === true) return;
      const until = ctx.now + leaseMs;
      const work = await ctx.inTransaction((tx) => lease(tx.db, { id, now: tx.now, until }));
      if (work !== undefined) await perform(ctx, work, signal);
    }
  },
});
