import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dialects } from '../../../test/support/test-app.ts';
import { note, notHanging, openTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { DomainError } from '../../kernel/errors.ts';
import { Context } from '../context.ts';
import { appendEvent } from './append-event.ts';
import { listFailedEvents, retryFailedEvents } from './failed-events.ts';
import { catchUpWith, type Follower, followEvents, followPastFailures } from './follow-events.ts';
import { forgetFailures } from './forget-failures.ts';
import { placeNewEvents } from './place-new-events.ts';

const append = (ctx: Context, ...types: readonly string[]): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    for (const type of types) await appendEvent(tx, { type, payload: { type } });
  });

/** A transaction that is held open after it has appended an event, until it is told to commit. */
const openTransaction = async (ctx: Context, type: string) => {
  const appended = Promise.withResolvers<void>();
  const mayEnd = Promise.withResolvers<void>();
  const ended = ctx.inTransaction(async (tx) => {
    await appendEvent(tx, { type, payload: {} });
    appended.resolve();
    await mayEnd.promise;
  });
  await appended.promise;
  return {
    commit: () => {
      mayEnd.resolve();
      return ended;
    },
  };
};

describe.each(dialects)('followers of the event log on %s', (dialect) => {
  let test: TestDatabase;
  let read: string[];
  let follower: Follower;
  beforeEach(async () => {
    test = await openTestDatabase(dialect);
    read = [];
    follower = {
      name: 'test',
      handle: async (_tx, events) => void read.push(...events.map(({ type }) => type)),
    };
  });
  afterEach(() => notHanging(test.close()));

  it('read everything once, in order, and go on where they were', async () => {
    await append(test.ctx, 'a', 'b');
    await append(test.ctx, 'c');
    await followEvents(test.ctx, follower, 5);
    await followEvents(test.ctx, follower, 5);
    expect(read).toEqual(['a', 'b', 'c']);
    await append(test.ctx, 'd');
    await followEvents(test.ctx, follower, 5);
    expect(read).toEqual(['a', 'b', 'c', 'd']);
  });

  it('read again what they failed to handle, and nothing of it is kept', async () => {
    await append(test.ctx, 'a');
    const failing: Follower = {
      name: 'test',
      handle: async (tx) => {
        await appendEvent(tx, { type: 'half done', payload: {} });
        throw new Error('No.');
      },
    };
    await expect(followEvents(test.ctx, failing, 5)).rejects.toThrow('No.');
    await followEvents(test.ctx, follower, 5);
    expect(read).toEqual(['a']);
  });

  it('read each event once when several of one name read at the same time', async () => {
    const types = Array.from({ length: 90 }, (_, index) => `event ${index}`);
    await append(test.ctx, ...types);
    await notHanging(Promise.all([1, 2, 3].map(() => followEvents(test.ctx, follower, 5))));
    expect(read).toEqual(types);
  });

  it('read at most so many batches, so that writers are not kept waiting', async () => {
    await append(test.ctx, ...Array.from({ length: 90 }, () => 'event'));
    await followEvents(test.ctx, follower, 2);
    expect(read).toHaveLength(80);
  });

  /** Handles everything but events of this type, which make it throw whatever is given. */
  const failingAt = (bad: string, error: unknown = new Error('Never seen one.')): Follower => ({
    name: 'test',
    handle: async (tx, events) => {
      await follower.handle(tx, events);
      if (!events.some(({ type }) => type === bad)) return;
      read.length -= events.length;
      throw error;
    },
  });
  const failures = () => test.ctx.db.run('select reader, error from event_failures', []);

  it('set aside what they cannot handle, tell of it, and go on', async () => {
    await append(test.ctx, 'a', 'bad', 'b');
    const failing = failingAt('bad');
    const thrown = { message: 'test had to set events aside.', errors: [new Error('Never seen one.')] };
    await expect(followPastFailures(test.ctx, failing, 5)).rejects.toMatchObject(thrown);
    expect(read).toEqual(['a', 'b']);
    expect(await failures()).toEqual([{ reader: 'test', error: 'Error: Never seen one.' }]);
    await append(test.ctx, 'c');
    await followPastFailures(test.ctx, failing, 5);
    expect(read).toEqual(['a', 'b', 'c']);
  });

  it('handle what was set aside when they are asked to try again, and keep what they cannot handle still', async () => {
    await append(test.ctx, 'bad', 'worse');
    const never = failingAt('worse');
    const failing: Follower = {
      name: 'test',
      handle: async (tx, events) => {
        await failingAt('bad').handle(tx, events);
        await never.handle(tx, events);
      },
    };
    await expect(followPastFailures(test.ctx, failing, 5)).rejects.toThrow('set events aside');
    read.length = 0;
    const retried = await retryFailedEvents(test.ctx, { followers: [never] });
    expect(retried).toMatchObject({ handled: 1, failed: [{ event: { type: 'worse' }, reader: 'test' }] });
    expect(await listFailedEvents(test.ctx)).toMatchObject([
      { event: { type: 'worse' }, error: 'Error: Never seen one.' },
    ]);
    expect(read).toEqual(['bad']);
    expect(await retryFailedEvents(test.ctx, { followers: [] })).toMatchObject({
      handled: 0,
      failed: [{ error: 'There is no reader test any more.' }],
    });
    expect(await retryFailedEvents(test.ctx, { followers: [follower] })).toEqual({ handled: 1, failed: [] });
    expect([read, await failures()]).toEqual([['bad', 'worse'], []]);
  });

  it('tell of what was set aside for 90 days', async () => {
    await append(test.ctx, 'bad');
    await expect(followPastFailures(test.ctx, failingAt('bad'), 5)).rejects.toThrow('set events aside');
    const inDays = (days: number) =>
      new Context({ ...test.ctx.platform, now: () => Date.now() + days * 24 * 60 * 60_000 }, test.ctx.actor);
    await forgetFailures.run(inDays(89));
    expect(await failures()).toHaveLength(1);
    await forgetFailures.run(inDays(91));
    expect(await failures()).toEqual([]);
  });

  it('set nothing aside when only the database cannot be used', async () => {
    await append(test.ctx, 'a');
    const failing = failingAt('a', new DomainError('STORE_UNAVAILABLE'));
    await expect(followPastFailures(test.ctx, failing, 5)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(await failures()).toEqual([]);
    await followPastFailures(test.ctx, follower, 5);
    expect(read).toEqual(['a']);
  });

  it('keep nobody from what is there who asks to see what has happened', async () => {
    await append(test.ctx, 'bad');
    await catchUpWith(failingAt('bad'), 5)(test.ctx);
    const unavailable = catchUpWith(failingAt('bad', new DomainError('STORE_UNAVAILABLE')), 5);
    await expect(unavailable(test.ctx)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect([read, await failures()]).toEqual([[], []]);
    await catchUpWith(follower, 5)(test.ctx);
    expect(read).toEqual(['bad']);
  });

  it('have places of their own', async () => {
    await append(test.ctx, 'a');
    await followEvents(test.ctx, follower, 5);
    await followEvents(test.ctx, { ...follower, name: 'other' }, 5);
    expect(read).toEqual(['a', 'a']);
  });
});

describe('followers of the event log on PostgreSQL', () => {
  let test: TestDatabase;
  let read: string[];
  const follow = () =>
    followEvents(
      test.ctx,
      { name: 'test', handle: async (_tx, events) => void read.push(...events.map(({ type }) => type)) },
      5,
    );
  beforeEach(async () => {
    test = await openTestDatabase('postgres');
    read = [];
  });
  afterEach(() => notHanging(test.close()));

  it('do not miss an event that a slow transaction commits after a faster one has committed a higher ID', async () => {
    await append(test.ctx, 'before');
    const slow = await openTransaction(test.ctx, 'slow');
    await append(test.ctx, 'fast');
    // Nobody waits for the slow one, which had begun first.
    await follow();
    expect(read).toEqual(['before', 'fast']);
    await slow.commit();
    await follow();
    expect(read).toEqual(['before', 'fast', 'slow']);
  });

  it('read what happened to one thing in the order in which it happened, whichever transaction began first', async () => {
    const begun = Promise.withResolvers<void>();
    const mayAppend = Promise.withResolvers<void>();
    const older = test.ctx.inTransaction(async (tx) => {
      // It has a transaction ID from here on.
      await note(tx.db, 1);
      begun.resolve();
      await mayAppend.promise;
      await appendEvent(tx, { type: 'second', payload: {} });
    });
    await begun.promise;
    await append(test.ctx, 'first');
    mayAppend.resolve();
    await older;
    await follow();
    expect(read).toEqual(['first', 'second']);
  });

  it('have all that was committed before they asked, also more than one transaction puts in order', async () => {
    await test.database.reader.run(
      `insert into events (type, door, at, payload) select 'many', 'jobs', 0, '{}' from generate_series(1, 10001)`,
      [],
    );
    await placeNewEvents(test.ctx);
    const [counted] = await test.database.reader.run(
      'select count(position) as placed, max(position) - min(position) as distance from events',
      [],
    );
    expect(counted).toEqual({ placed: 10_001, distance: 10_000 });
  });

  it('do not wait for a transaction that is rolled back', async () => {
    const undone = test.ctx.inTransaction(async (tx) => {
      await appendEvent(tx, { type: 'undone', payload: {} });
      throw new Error('No.');
    });
    await expect(undone).rejects.toThrow('No.');
    await append(test.ctx, 'after');
    await follow();
    expect(read).toEqual(['after']);
  });

  it('do not wait for transactions in other databases of the same server', async () => {
    const neighbour = await openTestDatabase('postgres');
    const elsewhere = await openTransaction(neighbour.ctx, 'elsewhere');
    await append(test.ctx, 'here');
    await follow();
    expect(read).toEqual(['here']);
    await elsewhere.commit();
    await neighbour.close();
  });
});
