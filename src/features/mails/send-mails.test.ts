import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MailingApp } from '../../../test/support/mailing-app.ts';
import { dialects } from '../../../test/support/test-app.ts';
import { answerPasswordRequests } from './answer-password-requests.ts';
import { forgetMails } from './forget-mails.ts';
import { sendMails } from './send-mails.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** More often than the mail is tried. */
const MAX_RUNS = 60;

describe.each(dialects)('mails, when not all goes well, on %s', (dialect) => {
  let mailing: MailingApp;
  let aheadMs = 0;
  beforeAll(async () => {
    mailing = await MailingApp.start(dialect, { now: () => Date.now() + aheadMs });
  });
  beforeEach(async () => {
    await mailing.clear();
    // Nobody has asked for anything within the last hour.
    aheadMs += HOUR_MS;
  });
  afterAll(() => mailing.close());

  it('wait for a server that is away, longer each time, and arrive when it is there again', async () => {
    await mailing.request('sara.lindqvist');
    await mailing.receiver.stop();
    for (let attempts = 1; attempts <= 4; attempts += 1) {
      await mailing.work();
      await mailing.work();
      expect((await mailing.rows('outgoing_mails'))[0]).toMatchObject({ attempts, leased_until: 0 });
      aheadMs += 10 * MINUTE_MS;
    }
    expect(mailing.test.logged()).toContain('a mail could not be sent; it is tried again');
    await mailing.receiver.start();
    await mailing.work();
    await mailing.work();
    expect(mailing.onlyMail().to).toEqual(['sara.lindqvist@example.com']);
    expect(await mailing.openStatus(mailing.linkPath())).toBe(200);
    expect(await mailing.rows('outgoing_mails')).toEqual([]);
  });

  it.each([
    ['hangs up', 'hang up'],
    ['is busy', { command: 'MAIL', answer: '451 4.3.0 Later' }],
    ['does not know the password', { command: 'AUTH', answer: '535 5.7.8 No' }],
    ['does not take the sender', { command: 'MAIL', answer: '550 5.7.1 No' }],
  ] as const)('are tried again, and given up after some hours, when the server %s', async (_name, behaviour) => {
    mailing.receiver.behave = behaviour;
    await mailing.request('sara.lindqvist');
    let runs = 0;
    for (await mailing.work(); (await mailing.rows('outgoing_mails')).length > 0; await mailing.work()) {
      aheadMs += 10 * MINUTE_MS;
      runs += 1;
      if (runs > MAX_RUNS) throw new Error('It is never given up.');
    }
    expect(runs).toBeGreaterThan(20);
    expect(mailing.test.logged()).toContain('a mail could not be sent; it is given up');
    mailing.receiver.behave = 'take';
    await mailing.work();
    expect(mailing.receiver.received).toEqual([]);
  });

  it('are given up at once when the server does not take them for this person; no password and no address is logged', async () => {
    mailing.receiver.behave = { command: 'RCPT', answer: '550 5.1.1 <Sara.Lindqvist@example.com> is nobody' };
    await mailing.request('sara.lindqvist');
    await mailing.work();
    expect(await mailing.rows('outgoing_mails')).toEqual([]);
    expect(mailing.test.logged()).toContain('is nobody');
    expect(mailing.test.logged()).not.toMatch(/p@ss|lindqvist@/iu);
  });

  it('wait for another process when the program stops while one is under way', async () => {
    await mailing.request('sara.lindqvist');
    await answerPasswordRequests.run(mailing.test.operator);
    const stop = new AbortController();
    mailing.receiver.onConnection = () => stop.abort();
    await sendMails.run(mailing.test.operator, stop.signal);
    expect((await mailing.rows('outgoing_mails'))[0]).toMatchObject({ attempts: 0, leased_until: 0 });
    mailing.receiver.onConnection = () => undefined;
    await mailing.work();
    expect(mailing.onlyMail().to).toEqual(['sara.lindqvist@example.com']);
  });

  it('are sent once when two processes are at it', async () => {
    const { operator } = mailing.test;
    await mailing.request('sara.lindqvist');
    for (const job of [answerPasswordRequests, sendMails]) {
      await Promise.all([job.run(operator), job.run(operator)]);
    }
    expect(mailing.receiver.received).toHaveLength(1);
  });

  it('are sent by another process when that which was at one is no more', async () => {
    await mailing.request('sara.lindqvist');
    await answerPasswordRequests.run(mailing.test.operator);
    const until = Date.now() + aheadMs + 2 * MINUTE_MS;
    await mailing.test.platform.database.transaction(({ run }) =>
      run(`update outgoing_mails set leased_until = ${until}`, []),
    );
    await mailing.work();
    expect(mailing.receiver.received).toEqual([]);
    aheadMs += 3 * MINUTE_MS;
    await mailing.work();
    expect(mailing.receiver.received).toHaveLength(1);
  });

  it('are forgotten when nobody sends them, because no server is named any more', async () => {
    const waiting = async () => [
      (await mailing.rows('outgoing_mails')).length,
      (await mailing.rows('password_requests')).length,
    ];
    await mailing.request('sara.lindqvist');
    await answerPasswordRequests.run(mailing.test.operator);
    await mailing.request('sara.lindqvist');
    await forgetMails.run(mailing.test.operator);
    expect(await waiting()).toEqual([1, 1]);
    aheadMs += 25 * HOUR_MS;
    await forgetMails.run(mailing.test.operator);
    expect(await waiting()).toEqual([0, 0]);
  });
});
