import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalBody, traces } from '../../../test/support/cases.ts';
import { type Answer, putCase, send } from '../../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { activateUser } from '../../features/users/activate-user.ts';
import { deactivateUser } from '../../features/users/deactivate-user.ts';
import { getUserByName } from '../../features/users/find-user.ts';
import { issuePasswordLink } from '../../features/users/issue-password-link.ts';

const username = 'jonas.weber';
const password = 'Schlüssel & "Brett" +100% 🗝️';
const wrong = { status: 401, body: refusalBody('The user name or the password is wrong.') };

describe.each(dialects)('on %s', (dialect) => {
  let testApp: TestApp;
  let addresses = 0;
  const secrets: string[] = [password];
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
    await setPassword(username, password);
  });
  afterAll(() => testApp.close());

  const linkFor = async (name: string): Promise<string> => {
    const { id: userId } = await getUserByName(testApp.operator, name);
    const token = await issuePasswordLink(testApp.operator, { userId });
    secrets.push(token);
    return token;
  };
  /** Sends the form behind the link as a browser does. */
  const postForm = (token: string, form: Readonly<Record<string, string>>) =>
    testApp.app.inject({
      method: 'POST',
      url: `/password/${token}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(form).toString(),
    });
  const setPassword = async (name: string, chosen: string): Promise<void> => {
    const { statusCode } = await postForm(await linkFor(name), {
      username: name,
      password: chosen,
      repetition: chosen,
    });
    expect(statusCode).toBe(200);
  };
  const newAddress = (): string => {
    addresses += 1;
    return `10.0.0.${addresses}`;
  };
  /** Tries to sign in, each time from another address, because attempts from one are limited. */
  const signIn = (body: unknown, remoteAddress = newAddress()): Promise<Answer> =>
    send(testApp, {
      method: 'PUT',
      url: '/api/users/token',
      headers: { 'rest-api-key': '', 'content-type': 'application/json' },
      payload: typeof body === 'string' ? body : JSON.stringify(body),
      remoteAddress,
    });
  const keyFor = async (name: string, chosen: string): Promise<string> => {
    const { status, envelope } = await signIn({ UserName: name, Password: chosen });
    expect([status, envelope.IsError, envelope.ResponseMessage]).toEqual([200, false, '']);
    secrets.push(String(envelope.ResponseData));
    return String(envelope.ResponseData);
  };

  describe('signing in', () => {
    it('gives a key of the documented shape that works', async () => {
      const key = await keyFor(username, password);
      const [name, uuid = '', ...rest] = Buffer.from(key, 'base64').toString().split(':');
      expect([name, rest]).toEqual([username, []]);
      expect(uuid).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/u);
      expect(Buffer.from(key, 'base64').toString('base64')).toBe(key);
      secrets.push(uuid);
      expect((await putCase(testApp, 2304, { IssueTitle: 'Signed in' }, key)).status).toBe(200);
      const [row] = await testApp.rows('select actor_id, key_id from case_history order by id desc limit 1');
      expect(row).toMatchObject({ actor_id: 3 });
      expect(JSON.stringify(await testApp.rows('select * from api_keys'))).not.toContain(key);
    });

    it('gives another key each time, and all of them work', async () => {
      const keys = [await keyFor(username, password), await keyFor(username, password)];
      expect(new Set(keys).size).toBe(2);
      for (const key of keys) {
        expect((await send(testApp, { url: '/api/cases/2304', headers: { 'rest-api-key': key } })).status).toBe(200);
      }
    });

    it.each([
      ['the name in another spelling', { UserName: 'Jonas.WEBER', Password: password }],
      ['other spellings of the properties', { username, PASSWORD: password }],
      ['a stringified body', JSON.stringify({ UserName: username, Password: password })],
      ['an unknown property beside', { UserName: username, Password: password, Remember: true }],
      ['the password in another form of Unicode', { UserName: username, Password: password.normalize('NFD') }],
    ])('takes %s', async (_name, body) => {
      const { status, envelope } = await signIn(JSON.stringify(body));
      expect(status).toBe(200);
      secrets.push(String(envelope.ResponseData));
      expect(Buffer.from(String(envelope.ResponseData), 'base64').toString()).toMatch(/^jonas\.weber:/u);
    });

    it('ignores a key that is sent along, even a wrong one', async () => {
      const { status } = await send(testApp, {
        method: 'PUT',
        url: '/api/users/token?token=wrong',
        headers: { 'rest-api-key': 'wrong', 'content-type': 'application/json', authorization: 'Basic eDp5' },
        payload: JSON.stringify({ UserName: username, Password: password }),
        remoteAddress: '10.1.0.1',
      });
      expect(status).toBe(200);
    });

    it.each([
      ['a wrong password', { UserName: username, Password: 'wrong wrong wrong' }],
      ['the password with a blank behind it', { UserName: username, Password: `${password} ` }],
      ['the password in other letters', { UserName: username, Password: password.toUpperCase() }],
      ['an unknown user', { UserName: 'nobody', Password: password }],
      ['a user without a password', { UserName: 'sara.lindqvist', Password: password }],
      ['a name with a NUL', { UserName: `${username}\u0000`, Password: password }],
      ['half a character', { UserName: '\ud800', Password: '\udc00' }],
      ['a password of 10 KiB', { UserName: username, Password: 'x'.repeat(10 * 1024) }],
      ['SQL', { UserName: "' or 1=1 --", Password: "' or 1=1 --" }],
      ['names of JavaScript', { UserName: '__proto__', Password: 'constructor' }],
    ])('refuses %s with 401, and writes nothing', async (_name, body) => {
      const before = await traces(testApp);
      expect(await signIn(body)).toMatchObject(wrong);
      expect(await traces(testApp)).toEqual(before);
    });

    it('refuses a password of 1 MiB unread', async () => {
      const answer = await signIn({ UserName: username, Password: 'x'.repeat(1024 * 1024) });
      expect(answer).toMatchObject({ status: 413, body: expect.stringContaining('too large') });
    });

    it.each([
      ['{}', {}, 'UserName is required. Password is required.'],
      ['no password', { UserName: username }, 'Password is required.'],
      ['no name', { Password: password }, 'UserName is required.'],
      ['null', { UserName: null, Password: password }, 'UserName must be a string'],
      ['an empty password', { UserName: username, Password: '' }, 'Password must be a string that is not empty'],
      ['a number', { UserName: username, Password: 4711_4711 }, 'Password must be a string'],
      ['a list', { UserName: username, Password: ['secret in a list'] }, 'Password must be a string'],
      ['an object', { UserName: { $ne: '' }, Password: { $ne: '' } }, 'UserName must be a string'],
      ['an array', [username, password], 'must be a JSON object'],
      ['a string that is not JSON', JSON.stringify(password), 'The string in the request body is not valid JSON.'],
      ['an empty body', '', 'The request body is empty: it must be a JSON object.'],
      ['truncated JSON', `{"UserName":"${username}","Password":"${password}`, 'not valid JSON'],
    ])('refuses %s with 400, and does not repeat what was sent', async (_name, body, message) => {
      const answer = await signIn(body);
      expect([answer.status, answer.envelope.ResponseMessage]).toEqual([400, expect.stringContaining(message)]);
      expect(answer.body).toBe(refusalBody(answer.envelope.ResponseMessage));
      for (const sent of ['47114711', 'secret in a list', '$ne', password, 'Schlüssel'])
        expect(answer.body).not.toContain(sent);
    });

    it('refuses a deactivated user, whose keys stop working, until they are activated', async () => {
      const key = await keyFor(username, password);
      const read = async () =>
        (await send(testApp, { url: '/api/cases/2304', headers: { 'rest-api-key': key } })).status;
      expect(await read()).toBe(200);
      await deactivateUser(testApp.operator, { username });
      expect(await signIn({ UserName: username, Password: password })).toMatchObject(wrong);
      expect(await read()).toBe(401);
      await activateUser(testApp.operator, { username });
      expect(await read()).toBe(200);
      await keyFor(username, password);
    });

    it('refuses the 21st attempt of an address in a minute with 429, also with the right password', async () => {
      const statuses: number[] = [];
      for (let attempt = 1; attempt <= 20; attempt += 1) {
        statuses.push((await signIn({ UserName: username }, '10.9.9.9')).status);
      }
      expect(statuses).toEqual(Array(20).fill(400));
      const answer = await signIn({ UserName: username, Password: password }, '10.9.9.9');
      const seconds = Number(answer.headers['retry-after']);
      expect(seconds).toBeGreaterThan(1);
      const sentence = `Too many attempts. Try again in ${seconds} seconds.`;
      expect([answer.status, answer.body]).toEqual([429, refusalBody(sentence)]);
      await keyFor(username, password);
      expect((await send(testApp, { url: '/api/cases/2304', remoteAddress: '10.9.9.9' })).status).toBe(200);
    });
  });

  describe('a password', () => {
    it('is set once with a link, and replaces the one before', async () => {
      const token = await linkFor('omar.haddad');
      const page = await testApp.app.inject({ url: `/password/${token}` });
      expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
      expect(page.body).toContain('omar.haddad');
      const form = { password: 'the first password', repetition: 'the first password' };
      expect((await postForm(token, form)).statusCode).toBe(200);
      expect((await postForm(token, form)).statusCode).toBe(404);
      await keyFor('omar.haddad', 'the first password');
      await setPassword('omar.haddad', 'the second password');
      expect(await signIn({ UserName: 'omar.haddad', Password: 'the first password' })).toMatchObject(wrong);
      await keyFor('omar.haddad', 'the second password');
      secrets.push('the first password', 'the second password');
    });

    it.each([
      ['too short', { password: 'short', repetition: 'short' }, 400],
      ['of 1001 characters', { password: 'x'.repeat(1001), repetition: 'x'.repeat(1001) }, 400],
      ['not the same both times', { password: 'long enough for all', repetition: 'long enough for many' }, 400],
      ['missing', {}, 400],
    ])('is refused when it is %s, and the link works on', async (_name, form, status) => {
      const token = await linkFor('yuki.tanaka');
      expect((await postForm(token, form as Record<string, string>)).statusCode).toBe(status);
      const right = { password: 'long enough for all', repetition: 'long enough for all' };
      expect((await postForm(token, right)).statusCode).toBe(200);
    });

    it('cannot be set with a link that is unknown, replaced by a newer one or of a deactivated user', async () => {
      const form = { password: 'long enough for all', repetition: 'long enough for all' };
      expect((await postForm('x'.repeat(43), form)).statusCode).toBe(404);
      const replaced = await linkFor('claire.dubois');
      const token = await linkFor('claire.dubois');
      expect((await postForm(replaced, form)).statusCode).toBe(404);
      await deactivateUser(testApp.operator, { username: 'claire.dubois' });
      expect((await postForm(token, form)).statusCode).toBe(404);
      expect(await signIn({ UserName: 'claire.dubois', Password: form.password })).toMatchObject(wrong);
    });

    it.each(['application/json', 'text/plain'])('cannot be set with a form sent as %s', async (type) => {
      const token = await linkFor('priya.raman');
      const payload = JSON.stringify({ password: 'long enough for all', repetition: 'long enough for all' });
      const { statusCode } = await testApp.app.inject({
        method: 'POST',
        url: `/password/${token}`,
        headers: { 'content-type': type },
        payload,
      });
      expect(statusCode).toBe(415);
      expect(await signIn({ UserName: 'priya.raman', Password: 'long enough for all' })).toMatchObject(wrong);
    });
  });

  describe('GET /ping-do-not-delete.ico', () => {
    it.each([
      '/ping-do-not-delete.ico',
      '/Ping-Do-Not-Delete.ico',
      '/ping-do-not-delete.ico?_=1',
      '/ping-do-not-delete.ico&token=x',
    ])('answers %s with 200 without a key', async (url) => {
      const { statusCode } = await testApp.app.inject({ url });
      expect(statusCode).toBe(200);
    });

    it('has nothing beside it', async () => {
      expect((await send(testApp, { url: '/ping.ico', headers: { 'rest-api-key': '' } })).status).toBe(404);
    });
  });

  it('neither passwords nor keys nor links got into the log', () => {
    const log = testApp.logged();
    expect(log).toContain('"path":"/api/users/token"');
    expect(log).not.toContain('"level":50');
    for (const secret of secrets) expect(log).not.toContain(secret);
  });
});
