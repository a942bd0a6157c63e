import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../test/support/api.ts';
import { newAddress } from '../../../test/support/browser.ts';
import { newKeyOf } from '../../../test/support/cases.ts';
import { linkIn } from '../../../test/support/received-mail.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { useMailingApp } from '../../../test/support/use-mailing-app.ts';
import { createUser } from '../users/create-user.ts';
import { deactivateUser } from '../users/deactivate-user.ts';
import { issuePasswordLink } from '../users/issue-password-link.ts';
import { answerPasswordRequests } from './answer-password-requests.ts';
import { sendMails } from './send-mails.ts';

const SARA = 2;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

describe.each(dialects)('mails with links to set passwords on %s', (dialect) => {
  const mailing = useMailingApp(dialect);

  it('bring a link that works once, with which one signs in', async () => {
    const asked = await mailing.app.request('Sara.LINDQVIST');
    expect([asked.status, asked.body]).toEqual([202, '']);
    await mailing.app.work();
    const mail = mailing.app.onlyMail();
    expect([mail.from, mail.to]).toEqual(['help@casekeep.example', ['sara.lindqvist@example.com']]);
    expect(mail.headers.get('subject')).toEqual(['A new password for Casekeep']);
    expect(mail.headers.get('from')).toEqual(['Casekeep <help@casekeep.example>']);
    expect(mail.headers.get('auto-submitted')).toEqual(['auto-generated']);
    expect(mailing.app.receiver.logins).toContain('\u0000casekeep\u0000p@ss');
    const link = linkIn(mail);
    expect(link.origin).toBe('https://casekeep.example');
    expect(mail.html).toContain(`<a href="${link}">`);
    expect(`${mail.text}${mail.html}`).not.toContain('evil');
    expect(await mailing.app.openStatus(link.pathname)).toBe(200);
    expect(await mailing.app.chooseStatus(link.pathname)).toBe(200);
    expect(await mailing.app.chooseStatus(link.pathname)).toBe(404);
    expect(await mailing.app.signInStatus('sara.lindqvist')).toBe(201);
    expect([await mailing.app.rows('outgoing_mails'), await mailing.app.rows('password_requests')]).toEqual([[], []]);
    const events = await mailing.app.rows("(select * from events where type = 'user.password_link_issued') as links");
    expect(events.at(-1)).toMatchObject({ door: 'jobs', payload: JSON.stringify({ userId: SARA }) });
  });

  it('end with the day', async () => {
    await mailing.app.request('sara.lindqvist');
    await mailing.app.work();
    mailing.pass(24 * HOUR_MS);
    expect(await mailing.app.openStatus(mailing.app.linkPath())).toBe(404);
  });

  it.each([
    ['nobody at all', 'nobody.at.all'],
    ['an address of nobody', 'nobody@example.com'],
    ['nothing', ' '],
    ['somebody without an address', 'no.address'],
    ['a NUL', 'sara.lindqvist\u0000'],
    ['half a character', '\ud800'],
    ['a wildcard', '%'],
    ['an address that only looks like one', 'ſara.lindqvist@example.com'],
  ])('are sent to nobody else, and the answer is the same: %s', async (_name, sought) => {
    if (sought === 'no.address') await createUser(mailing.app.test.operator, { username: sought });
    const known = await mailing.app.request('sara.lindqvist');
    const unknown = await mailing.app.request(sought);
    expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
    // Nothing is looked up before the answer: the same is written for everybody.
    expect(await mailing.app.rows('password_requests')).toHaveLength(2);
    await mailing.app.work();
    expect(mailing.app.onlyMail().to).toEqual(['sara.lindqvist@example.com']);
    expect(await mailing.app.rows('password_requests')).toEqual([]);
  });

  it('are sent to nobody without access, also when it was taken away meanwhile', async () => {
    const { operator } = mailing.app.test;
    const userId = await createUser(operator, { username: 'former', email: 'former@example.com' });
    await mailing.app.request('former');
    await answerPasswordRequests.run(operator);
    await deactivateUser(operator, { username: 'former' });
    await mailing.app.request('former@example.com');
    await mailing.app.work();
    expect(mailing.app.receiver.received).toEqual([]);
    expect(await mailing.app.rows('outgoing_mails')).toEqual([]);
    expect(await mailing.app.test.rows(`select * from password_links where user_id = ${userId}`)).toEqual([]);
  });

  it('go to everybody who shares an address, each with a link of their own', async () => {
    const email = 'Desk@example.com';
    for (const username of ['early.desk', 'late.desk'])
      await createUser(mailing.app.test.operator, { username, email });
    await mailing.app.request('desk@example.COM');
    await mailing.app.work();
    const mails = mailing.app.receiver.received;
    expect(mails.map(({ to }) => to)).toEqual([[email], [email]]);
    expect(mails.map(({ text }) => /(?:early|late)\.desk(?=\u2069 )/u.exec(text)?.[0])).toEqual([
      'early.desk',
      'late.desk',
    ]);
    expect(new Set(mails.map((mail) => linkIn(mail).href)).size).toBe(2);
  });

  it('do not end the link of an administrator, and are three an hour for one person', async () => {
    const ofAdministrator = `/password/${await issuePasswordLink(mailing.app.test.operator, { userId: SARA })}`;
    const before = await mailing.app.linksMade();
    for (let time = 0; time < 5; time += 1) {
      expect((await mailing.app.request('sara.lindqvist')).status).toBe(202);
      await mailing.app.work();
    }
    expect([mailing.app.receiver.received.length, (await mailing.app.linksMade()) - before]).toEqual([3, 3]);
    expect(await mailing.app.openStatus(ofAdministrator)).toBe(200);
    mailing.pass(HOUR_MS);
    await mailing.app.request('sara.lindqvist@example.com');
    await mailing.app.work();
    expect(mailing.app.receiver.received).toHaveLength(4);
    expect(await mailing.app.chooseStatus(mailing.app.linkPath(0))).toBe(200);
    for (const path of [ofAdministrator, mailing.app.linkPath(3)]) expect(await mailing.app.openStatus(path)).toBe(404);
  });

  it('can be asked for five times a minute from one address', async () => {
    const address = newAddress();
    const ask = () =>
      call(mailing.app.test, 'POST /password-requests', { key: null, body: { usernameOrEmail: 'x' }, address });
    const statuses: number[] = [];
    for (let time = 0; time < 5; time += 1) statuses.push((await ask()).status);
    const refused = await ask();
    expect(statuses).toEqual([202, 202, 202, 202, 202]);
    expect([refused.status, refused.body.code]).toEqual([429, 'TOO_MANY_ATTEMPTS']);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    mailing.pass(MINUTE_MS);
    expect((await ask()).status).toBe(202);
  });

  it.each([
    [{}, 'usernameOrEmail'],
    [{ usernameOrEmail: '' }, 'usernameOrEmail'],
    [{ usernameOrEmail: 'x'.repeat(255) }, 'usernameOrEmail'],
    [{ usernameOrEmail: 'x', language: 'tlh' }, 'language'],
    [{ usernameOrEmail: 'x', to: 'evil@example.com' }, 'to'],
  ])('are not asked for so: %j', async (body, field) => {
    const answer = await call(mailing.app.test, 'POST /password-requests', { key: null, body, address: newAddress() });
    expect([answer.status, answer.body.errors[0].field]).toEqual([400, field]);
    const rehearsal = {
      key: null,
      body: { usernameOrEmail: 'x' },
      headers: { prefer: 'dry-run' },
      address: newAddress(),
    };
    expect((await call(mailing.app.test, 'POST /password-requests', rehearsal)).status).toBe(400);
    expect(await mailing.app.rows('password_requests')).toEqual([]);
  });

  describe('from an administrator', () => {
    const mail = (userId: number, { key, query = '' }: { key?: string | null; query?: string } = {}) =>
      call(mailing.app.test, `POST /users/${userId}/password-mails${query}`, {
        body: { language: 'es' },
        ...(key === undefined ? {} : { key }),
      });

    it('invite somebody who has no password yet', async () => {
      const userId = await createUser(mailing.app.test.operator, { username: 'new.one', email: 'new.one@example.com' });
      expect((await mail(userId)).status).toBe(202);
      const event = (await mailing.app.rows('events')).at(-1);
      expect(event).toMatchObject({ type: 'user.password_link_issued', actor_id: 1, door: 'v1' });
      await mailing.app.work();
      expect(mailing.app.onlyMail().headers.get('subject')).toEqual(['Tu acceso a Casekeep']);
      expect(await mailing.app.chooseStatus(mailing.app.linkPath())).toBe(200);
      expect(await mailing.app.signInStatus('new.one')).toBe(201);
    });

    it('end the links before, and no others; a refused or tried one ends none', async () => {
      const { operator } = mailing.app.test;
      const userId = await createUser(operator, { username: 'mailed.twice', email: 'twice@example.com' });
      const other = `/password/${await issuePasswordLink(operator, { userId: SARA })}`;
      for (const _time of [1, 2]) {
        await mail(userId);
        await mailing.app.work();
      }
      const [first, second] = [mailing.app.linkPath(0), mailing.app.linkPath(1)];
      expect(await mail(userId, { query: '?dryRun=true' })).toMatchObject({ status: 202 });
      const refused = await mail(userId, { key: await newKeyOf(mailing.app.test, 'sara.lindqvist') });
      expect(refused.status).toBe(403);
      const statuses = [];
      for (const path of [first, second, other]) statuses.push(await mailing.app.openStatus(path));
      expect(statuses).toEqual([404, 200, 200]);
      await mail(userId);
      expect(await mailing.app.openStatus(second)).toBe(404);
    });

    it('are sent by nobody else, to nobody without an address or access, and not in a dry run', async () => {
      const { test } = mailing.app;
      const refused = await mail(SARA, { key: await newKeyOf(test, 'sara.lindqvist') });
      expect([refused.status, refused.body.code]).toEqual([403, 'RIGHT_MISSING']);
      expect((await mail(SARA, { key: null })).status).toBe(401);
      expect((await mail(999)).body.code).toBe('USER_NOT_FOUND');
      const bare = await createUser(test.operator, { username: 'bare' });
      expect((await mail(bare)).body.errors[0].field).toBe('email');
      const gone = await createUser(test.operator, { username: 'gone', email: 'gone@example.com' });
      await deactivateUser(test.operator, { username: 'gone' });
      expect((await mail(gone)).body.errors[0].field).toBe('username');
      expect((await mail(SARA, { query: '?dryRun=true' })).status).toBe(202);
      expect(await mailing.app.rows('outgoing_mails')).toEqual([]);
    });
  });
});

describe.each(dialects)('a server without mail, on %s', (dialect) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp(dialect);
  });
  afterAll(() => test.close());

  it('says so, and nothing waits', async () => {
    expect((await call(test, 'GET /workspace', { key: null })).body.sendsMail).toBe(false);
    const body = { usernameOrEmail: 'sara.lindqvist' };
    const asked = await call(test, 'POST /password-requests', { key: null, body });
    expect([asked.status, asked.body.code]).toEqual([409, 'MAIL_NOT_CONFIGURED']);
    const mailed = await call(test, `POST /users/${SARA}/password-mails`, { body: {} });
    expect([mailed.status, mailed.body.code]).toEqual([409, 'MAIL_NOT_CONFIGURED']);
    for (const job of [answerPasswordRequests, sendMails]) await job.run(test.operator);
    for (const table of ['outgoing_mails', 'password_requests', 'attempts']) {
      expect(await test.rows(`select * from ${table}`)).toEqual([]);
    }
  });
});
