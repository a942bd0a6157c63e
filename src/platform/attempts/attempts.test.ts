import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dialects } from '../../../test/support/test-app.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { Context } from '../context.ts';
import { perMinute, slowingDown } from './attempt-limit.ts';
import { attemptSucceeded, beginAttempt, forgetAttempts } from './attempts.ts';
import { networkOf } from './network-of.ts';
import { waitInWords } from './wait-in-words.ts';

const passwords = slowingDown('password');
const HOUR_MS = 60 * 60 * 1_000;

describe.each(dialects)('attempts on %s', (dialect) => {
  let database: TestDatabase;
  let subjects = 0;
  beforeAll(async () => {
    database = await openTestDatabase(dialect);
  });
  afterAll(() => database.close());

  const at = (now: number): Context => new Context({ ...database.ctx.platform, now: () => now }, database.ctx.actor);
  const newSubject = (): string => {
    subjects += 1;
    return `subject ${subjects}`;
  };
  /** Undefined when the attempt is let through, otherwise how long it has to wait, in milliseconds. */
  const begin = async (subject: string, now: number, limit = passwords): Promise<number | undefined> => {
    try {
      await beginAttempt(at(now), { limit, subject });
      return undefined;
    } catch (error) {
      expect(error).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
      return (error as { retryAfterMs: number }).retryAfterMs;
    }
  };
  /** How many of so many attempts, one each second, are let through. */
  const allowed = async (subject: string, count: number, { from = 0, everyMs = 1_000, limit = passwords } = {}) => {
    let through = 0;
    for (let index = 0; index < count; index += 1) {
      if ((await begin(subject, from + index * everyMs, limit)) === undefined) through += 1;
    }
    return through;
  };

  it('ten failures at once cost nothing, the eleventh attempt has to wait', async () => {
    const subject = newSubject();
    expect(await allowed(subject, 11, { everyMs: 0 })).toBe(10);
    expect([await begin(subject, 999), await begin(subject, 1_000)]).toEqual([1, undefined]);
  });

  it('waits double until they are a minute', async () => {
    const subject = newSubject();
    await allowed(subject, 10, { everyMs: 0 });
    let now = 0;
    const waits: number[] = [];
    for (let round = 0; round < 8; round += 1) {
      const wait = (await begin(subject, now)) ?? 0;
      waits.push(wait / 1_000);
      now += wait;
      expect(await begin(subject, now)).toBeUndefined();
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
  });

  it('a success, or an hour without attempts, makes all forgotten; others are not concerned', async () => {
    const subject = newSubject();
    await allowed(subject, 20, { everyMs: 0 });
    expect(await begin(newSubject(), 0)).toBeUndefined();
    await attemptSucceeded(at(0), { limit: passwords, subject });
    expect(await allowed(subject, 20, { everyMs: 0 })).toBe(10);
    expect(await allowed(subject, 20, { from: HOUR_MS, everyMs: 0 })).toBe(10);
  });

  it('many at once are not a way around', async () => {
    const subject = newSubject();
    const waits = await Promise.all(Array.from({ length: 15 }, () => begin(subject, 0)));
    expect(waits.filter((wait) => wait === undefined)).toHaveLength(10);
  });

  it('so many in a minute are so many, however they are spread', async () => {
    const subject = newSubject();
    const limit = perMinute('test', 3);
    expect(await allowed(subject, 60, { limit })).toBe(3);
    expect([await begin(subject, 59_999, limit), await begin(subject, 60_000, limit)]).toEqual([1, undefined]);
  });

  it('limits of different names do not share what they count, and nothing is kept in clear', async () => {
    const subject = newSubject();
    await allowed(subject, 10, { everyMs: 0 });
    expect(await begin(subject, 0, slowingDown('other'))).toBeUndefined();
    const rows = await database.database.reader.run('select subject from attempts', []);
    expect(JSON.stringify(rows)).not.toContain('subject 1');
  });

  it('what no limit counts any more is removed', async () => {
    await begin(newSubject(), 0);
    await begin(newSubject(), 5 * HOUR_MS);
    await forgetAttempts(at(5 * HOUR_MS + 1));
    const rows = await database.database.reader.run('select last_at from attempts', []);
    expect(rows.map((row) => Number(row['last_at']))).toEqual([5 * HOUR_MS]);
  });

  it('an attempt inside of a transaction is a defect: what is taken back would not have been counted', async () => {
    const work = database.ctx.inTransaction((tx) => beginAttempt(tx, { limit: passwords, subject: newSubject() }));
    await expect(work).rejects.toThrow('This context is in a transaction');
  });
});

it.each([
  [1, '1 second'],
  [1_000, '1 second'],
  [1_001, '2 seconds'],
  [39_500, '40 seconds'],
  [120_000, '120 seconds'],
  [120_001, '3 minutes'],
  [3_599_000, '60 minutes'],
])('a wait of %i ms is %s', (waitMs, words) => {
  expect(waitInWords(waitMs)).toBe(words);
});

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
  ['2001:DB8:0001:2::ffff', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['64:ff9b::192.0.2.33', '64:ff9b:0:0::/64'],
])('%s counts as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
