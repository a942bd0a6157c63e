import { describe, expect, it } from 'vitest';
import { dialects } from '../../../test/support/test-app.ts';
import { useMailingApp } from '../../../test/support/use-mailing-app.ts';
import { answerPasswordRequests } from './answer-password-requests.ts';
import { forgetMails } from './forget-mails.ts';
import { sendMails } from './send-mails.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** More often than the mail is tried. */
const MAX_RUNS = 60;

describe.each(dialects)('mails, when not all goes well, on %s', (dialect) => {
  const mailing = useMailingApp(dialect);

  it('wait for a server that is away, longer each time, and arrive when it is there again', async () => {
    await mailing.app.request('sara.lindqvist');
    await mailing.app.receiver.stop();
    for (let attempts = 1; attempts <= 4; attempts += 1) {
      await mailing.app.work();
      await mailing.app.work();
      expect((await mailing.app.rows('outgoing_mails'))[0]).toMatchObject({ attempts, leased_until: 0 });
      mailing.pass(10 * MINUTE_MS);
    }
    expect(mailing.app.test.logged()).toContain('a mail could not be sent; it is tried again');
    await mailing.app.receiver.start();
    await mailing.app.work();
    await mailing.app.work();
    expect(mailing.app.onlyMail().to).toEqual(['sara.lindqvist@example.com']);
    expect(await mailing.app.openStatus(mailing.app.linkPath())).toBe(200);
    expect(await mailing.app.rows('outgoing_mails')).toEqual([]);
  });

  it.each([
    ['hangs up', 'hang up'],
    ['is busy', { command: 'MAIL', answer: '451 4.3.0 Later' }],
    ['does not know the password', { command: 'AUTH', answer: '535 5.7.8 No' }],
    ['does not take the sender', { command: 'MAIL', answer: '550 5.7.1 No' }],
  ] as const)('are tried again, and given up after some hours, when the server %s', async (_name, behaviour) => {
    mailing.app.receiver.behave = behaviour;
    await mailing.app.request('sara.lindqvist');
    let runs = 0;
    for (await mailing.app.work(); (await mailing.app.rows('outgoing_mails')).length > 0; await mailing.app.work()) {
      mailing.pass(10 * MINUTE_MS);
      runs += 1;
      if (runs > MAX_RUNS) throw new Error('It is never given up.');
    }
    expect(runs).toBeGreaterThan(20);
    expect(mailing.app.test.logged()).toContain('a mail could not be sent; it is given up');
    mailing.app.receiver.behave = 'take';
    await mailing.app.work();
    expect(mailing.app.receiver.received).toEqual([]);
  });

  it('are given up at once when the server does not take them for this person; no password and no address is logged', async () => {
    mailing.app.receiver.behave = { command: 'RCPT', answer: '550 5.1.1 <Sara.Lindqvist@example.com> is nobody' };
    await mailing.app.request('sara.lindqvist');
    await mailing.app.work();
    expect(await mailing.app.rows('outgoing_mails')).toEqual([]);
    expect(mailing.app.test.logged()).toContain('is nobody');
    expect(mailing.app.test.logged()).not.toMatch(/p@ss|lindqvist@/iu);
  });

  it('wait for another process when the program stops while one is under way', async () => {
    await mailing.app.request('sara.lindqvist');
    await answerPasswordRequests.run(mailing.app.test.operator);
    const stop = new AbortController();
    mailing.app.receiver.onConnection = () => stop.abort();
    await sendMails.run(mailing.app.test.operator, stop.signal);
    expect((await mailing.app.rows('outgoing_mails'))[0]).toMatchObject({ attempts: 0, leased_until: 0 });
    mailing.app.receiver.onConnection = () => undefined;
    await mailing.app.work();
    expect(mailing.app.onlyMail().to).toEqual(['sara.lindqvist@example.com']);
  });

  it('are sent once when two processes are at it', async () => {
    const { operator } = mailing.app.test;
    await mailing.app.request('sara.lindqvist');
    for (const job of [answerPasswordRequests, sendMails]) {
      await Promise.all([job.run(operator), job.run(operator)]);
    }
    expect(mailing.app.receiver.received).toHaveLength(1);
  });

  it('are sent by another process when that which was at one is no more', async () => {
    await mailing.app.request('sara.lindqvist');
    await answerPasswordRequests.run(mailing.app.test.operator);
    const until = Date.now() + mailing.aheadMs + 2 * MINUTE_MS;
    await mailing.app.test.platform.database.transaction(({ run }) =>
      run(`update outgoing_mails set leased_until = ${until}`, []),
    );
    await mailing.app.work();
    expect(mailing.app.receiver.received).toEqual([]);
    mailing.pass(3 * MINUTE_MS);
    await mailing.app.work();
    expect(mailing.app.receiver.received).toHaveLength(1);
  });

  it('are forgotten when nobody sends them, because no server is named any more', async () => {
    const waiting = async () => [
      (await mailing.app.rows('outgoing_mails')).length,
      (await mailing.app.rows('password_requests')).length,
    ];
    await mailing.app.request('sara.lindqvist');
    await answerPasswordRequests.run(mailing.app.test.operator);
    await mailing.app.request('sara.lindqvist');
    await forgetMails.run(mailing.app.test.operator);
    expect(await waiting()).toEqual([1, 1]);
    mailing.pass(25 * HOUR_MS);
    await forgetMails.run(mailing.app.test.operator);
    expect(await waiting()).toEqual([0, 0]);
  });
});
