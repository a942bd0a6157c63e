import { operator } from '../../kernel/actor.ts';
import { Context, type Platform } from '../context.ts';
import { moveCursor } from '../database/event-order.ts';
import { waitForTurn } from '../database/exclusive.ts';
import { sharedRuns } from '../shared-runs.ts';
import { selectUnreadEvents } from './events.store.ts';
import type { LoggedEvent } from './logged-event.ts';

/** How many events are handled in one transaction: everybody else waits for it, a few milliseconds on SQLite. */
const BATCH_SIZE = 40;

/** Somebody who reacts to the events of the log: each is handled once, in order. */
export interface Follower {
  /** The name under which the log remembers how far it has come. */
  readonly name: string;
  /** Handles events as part of the transaction that also remembers that they were read. */
  readonly handle: (tx: Context, events: readonly LoggedEvent[]) => Promise<void>;
}

/**
 * Lets a follower handle what has happened since it last looked, in at most this many transactions. Followers of the
 * same name take turns, also in several processes. Source: docs/adr/0010.
 */
export const followEvents = async (ctx: Context, follower: Follower, maxBatches: number): Promise<void> => {
  for (let batch = 0; batch < maxBatches; batch += 1) {
    const [unread] = await selectUnreadEvents(ctx.db, { reader: follower.name, limit: 1 });
    if (unread === undefined) return;
    await handleBatch(ctx, follower);
  }
};

/** The same for requests that must see what has happened before they asked: those that ask together share a run. */
export const catchUpWith = (follower: Follower, maxBatches: number): ((ctx: Context) => Promise<void>) => {
  const runs = new WeakMap<Platform, () => Promise<void>>();
  return ({ platform }) => {
    const run = runs.get(platform) ?? sharedRuns(() => followEvents(contextOfJobs(platform), follower, maxBatches));
    runs.set(platform, run);
    return run();
  };
};

/** What is written down is nobody's own doing. */
const contextOfJobs = (platform: Platform): Context => new Context(platform, operator('jobs'));

const handleBatch = (ctx: Context, { name, handle }: Follower): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    await waitForTurn(tx.db, `reader of events ${name}`);
    const events = await selectUnreadEvents(tx.db, { reader: name, limit: BATCH_SIZE });
    const last = events.at(-1);
    if (last === undefined) return;
    await handle(tx, events);
    await moveCursor(tx.db, name, last.id);
  });
