import type { Context } from '../context.ts';
import { waitForTurn } from '../database/exclusive.ts';
import { isPassing } from '../database/passing.ts';
import {
  countFailedEvents,
  deleteEventFailure,
  type FailedEvent,
  selectFailedEvents,
  updateEventFailure,
} from './events.store.ts';
import { type Follower, turnOf } from './follow-events.ts';

/** What readers of the log could not handle and have gone past, in the order in which it happened. */
export const listFailedEvents = (ctx: Context): Promise<FailedEvent[]> => selectFailedEvents(ctx.db);

/** How many events each reader has gone past; readers without any are left out. */
export const failedEventCounts = (ctx: Context): Promise<ReadonlyMap<string, number>> => countFailedEvents(ctx.db);

interface RetryFailedEvents {
  readonly followers: readonly Follower[];
}

/** What became of another attempt. */
interface Retried {
  readonly handled: number;
  /** What could not be handled this time either, with what was thrown. */
  readonly failed: readonly FailedEvent[];
}

/**
 * Lets readers handle what they have gone past, each event in a transaction of its own; it comes after what they have
 * handled since.
 */
export const retryFailedEvents = async (ctx: Context, { followers }: RetryFailedEvents): Promise<Retried> => {
  const byName = new Map(followers.map((follower) => [follower.name, follower]));
  const failed: FailedEvent[] = [];
  let handled = 0;
  for (const failure of await selectFailedEvents(ctx.db)) {
    const { reader } = failure;
    const error = await retry(ctx, failure, byName.get(reader));
    if (error === undefined) handled += 1;
    else failed.push({ ...failure, error });
  }
  return { handled, failed };
};

/** Answers what was thrown, in words; undefined when the event was handled. */
const retry = async (
  ctx: Context,
  { reader, event }: FailedEvent,
  follower: Follower | undefined,
): Promise<string | undefined> => {
  if (follower === undefined) return `There is no reader ${reader} any more.`;
  const failure = { reader, eventId: event.id };
  try {
    await ctx.inTransaction(async (tx) => {
      await waitForTurn(tx.db, turnOf(reader));
      // Somebody else may have been faster.
      if (await deleteEventFailure(tx.db, failure)) await follower.handle(tx, [event]);
    });
    return undefined;
  } catch (thrown) {
    if (isPassing(thrown)) throw thrown;
    const error = String(thrown);
    await ctx.inTransaction((tx) => updateEventFailure(tx.db, { ...failure, error, failedAt: tx.now }));
    return error;
  }
};
