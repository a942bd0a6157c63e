import type { Context } from '../context.ts';
import { moveCursor } from '../database/event-order.ts';
import { waitForTurn } from '../database/exclusive.ts';
import { hasUnreadEvents, selectUnreadEvents } from './events.store.ts';
import type { LoggedEvent } from './logged-event.ts';

/** How many events are handled in one transaction: others who want to write wait for it. */
const BATCH_SIZE = 200;

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
    if (!(await hasUnreadEvents(ctx.db, follower.name))) return;
    await handleBatch(ctx, follower);
  }
};

const handleBatch = (ctx: Context, { name, handle }: Follower): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    await waitForTurn(tx.db, `reader of events ${name}`);
    const events = await selectUnreadEvents(tx.db, { reader: name, limit: BATCH_SIZE });
    const last = events.at(-1);
    if (last === undefined) return;
    await handle(tx, events);
    await moveCursor(tx.db, name, last.id);
  });
