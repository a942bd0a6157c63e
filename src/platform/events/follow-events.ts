import { operator } from '../../kernel/actor.ts';
import { Context, type Platform } from '../context.ts';
import { moveCursor } from '../database/event-order.ts';
import { waitForTurn } from '../database/exclusive.ts';
import { isPassing } from '../database/passing.ts';
import { sharedRuns } from '../shared-runs.ts';
import { insertEventFailure, selectUnreadEvents, type UnreadEvent } from './events.store.ts';
import type { LoggedEvent } from './logged-event.ts';
import { placeNewEvents } from './place-new-events.ts';

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
 * same name take turns, also in several processes. Source: docs/adr/0010 and 0015.
 */
export const followEvents = async (ctx: Context, follower: Follower, maxBatches: number): Promise<void> => {
  await placeNewEvents(ctx);
  for (let batch = 0; batch < maxBatches; batch += 1) {
    if ((await nextEvent(ctx, follower)) === undefined) return;
    await handleNext(ctx, follower, BATCH_SIZE);
  }
};

/**
 * The same for the job of a follower. A batch that fails is handled event by event, and an event that fails by itself is
 * set aside: it would keep all that happens after it. Throws what was thrown for those, when the others are handled.
 */
export const followPastFailures = async (ctx: Context, follower: Follower, maxBatches: number): Promise<void> => {
  try {
    await followEvents(ctx, follower, maxBatches);
  } catch (error) {
    if (isPassing(error)) throw error;
    await handleSingly(ctx, follower);
  }
};

/**
 * The same for requests that must see what has happened before they asked: those that ask together share a run. What
 * the follower cannot handle is for its job to tell: whoever asks gets what is there.
 */
export const catchUpWith = (follower: Follower, maxBatches: number): ((ctx: Context) => Promise<void>) => {
  const catchUp = (platform: Platform): Promise<void> =>
    followEvents(contextOfJobs(platform), follower, maxBatches).catch((error: unknown) => {
      if (isPassing(error)) throw error;
    });
  const runs = new WeakMap<Platform, () => Promise<void>>();
  return ({ platform }) => {
    const run = runs.get(platform) ?? sharedRuns(() => catchUp(platform));
    runs.set(platform, run);
    return run();
  };
};

/** For what looks after the log on its own: it is nobody's doing. */
export const contextOfJobs = (platform: Platform): Context => new Context(platform, operator('jobs'));

const nextEvent = async (ctx: Context, { name }: Follower): Promise<UnreadEvent | undefined> =>
  (await selectUnreadEvents(ctx.db, { reader: name, limit: 1 }))[0];

const handleNext = (ctx: Context, { name, handle }: Follower, limit: number): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    await waitForTurn(tx.db, turnOf(name));
    const events = await selectUnreadEvents(tx.db, { reader: name, limit });
    const last = events.at(-1);
    if (last === undefined) return;
    await handle(tx, events);
    await moveCursor(tx.db, name, last.position);
  });

/** What those who read under one name take turns by. */
export const turnOf = (name: string): string => `reader of events ${name}`;

const handleSingly = async (ctx: Context, follower: Follower): Promise<void> => {
  const failures: unknown[] = [];
  for (let count = 0; count < BATCH_SIZE; count += 1) {
    const event = await nextEvent(ctx, follower);
    if (event === undefined) break;
    try {
      await handleNext(ctx, follower, 1);
    } catch (error) {
      if (isPassing(error)) throw error;
      await setAside(ctx, { follower, event, error });
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${follower.name} had to set events aside.`);
};

interface SetAside {
  readonly follower: Follower;
  readonly event: UnreadEvent;
  readonly error: unknown;
}

/** Writes down that the event could not be handled, and moves on behind it. */
const setAside = (ctx: Context, { follower: { name }, event, error }: SetAside): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    await waitForTurn(tx.db, turnOf(name));
    const [next] = await selectUnreadEvents(tx.db, { reader: name, limit: 1 });
    // Another process may have handled it meanwhile.
    if (next?.id !== event.id) return;
    await insertEventFailure(tx.db, { reader: name, eventId: event.id, error: String(error), failedAt: tx.now });
    await moveCursor(tx.db, name, event.position);
  });
