import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../test/support/api.ts';
import { browserOf, cookieOf, newAddress, ownPage } from '../../../test/support/browser.ts';
import { traces } from '../../../test/support/cases.ts';
import { send } from '../../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { buildApp } from '../../app/build-app.ts';
import { openPlatform } from '../../app/open-platform.ts';
import { SANDBOX_PASSWORD } from '../../app/sandbox-access.ts';
import { createMetrics } from '../../platform/http/metrics.ts';
import { createLog } from '../../platform/log.ts';

const JONAS = 'jonas.weber';
const own = ownPage;

describe.each(dialects)('signing in with the new API on %s', (dialect) => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp(dialect);
  });

  afterAll(() => test.close());

  const { signIn, newSession, ask } = browserOf(() => test);

  describe('signing in', () => {
    it('sets a cookie that no script reads and no other site sends along, and that works', async () => {
      const answer = await signIn('Jonas.WEBER', SANDBOX_PASSWORD, { ...own, 'user-agent': 'Browser\t1.0' });
      expect(answer.status).toBe(201);
      expect(answer.headers['set-cookie']).toMatch(
        /^casekeep_session=[\w-]{43}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax$/u,
      );
      expect(answer.body).toMatchObject({ isCurrent: true, userAgent: 'Browser 1.0' });
      expect(answer.headers['location']).toBe(`/api/v1/sessions/${answer.body.id}`);
      const me = await ask('GET /me', cookieOf(answer));
      expect([me.status, me.body.username, me.body.key]).toEqual([
        200,
        JONAS,
        expect.objectContaining({ id: answer.body.id, origin: 'session', rights: null }),
      ]);
      const kept = JSON.stringify(await test.rows('select * from api_keys'));
      expect(kept).not.toContain(cookieOf(answer).split('=')[1]);
    });

    it('changes cases in the name of whoever signed in, and the history knows the session', async () => {
      const { id, cookie } = await newSession();
      expect((await ask('PATCH /cases/2304', cookie, own, { title: 'From a browser' })).status).toBe(200);
      const [row] = await test.rows('select actor_id, key_id, door from case_history order by id desc limit 1');
      expect(row).toMatchObject({ actor_id: 3, key_id: id, door: 'v1' });
    });

    it.each([
      ['a wrong password', JONAS, 'wrong wrong wrong'],
      ['an unknown user', 'nobody', SANDBOX_PASSWORD],
      ['a name with a NUL', `${JONAS}\u0000`, SANDBOX_PASSWORD],
      ['half a character', '\ud800', '\udc00'],
    ])('refuses %s in the same words, and writes nothing', async (_name, username, password) => {
      const before = await traces(test);
      const { status, headers, body } = await signIn(username, password);
      expect([status, body.code, headers['set-cookie']]).toEqual([401, 'CREDENTIALS_WRONG', undefined]);
      expect(JSON.stringify(body)).not.toContain(password);
      expect(await traces(test)).toEqual(before);
    });

    it.each([
      [{}, 'username'],
      [{ username: JONAS }, 'password'],
      [{ username: JONAS, password: '' }, 'password'],
      [{ username: { $ne: '' }, password: 'secret' }, 'username'],
      [{ username: JONAS, password: 'secret', remember: true }, 'remember'],
    ])('refuses %j and names the field, never the password', async (body, field) => {
      const answer = await call(test, 'POST /sessions', { key: null, body, address: newAddress() });
      expect([answer.status, answer.body.errors[0].field]).toEqual([400, field]);
      expect(JSON.stringify(answer.body)).not.toContain('secret');
    });

    it('has no dry run: attempts that are taken back would not be counted', async () => {
      const answer = await call(test, 'POST /sessions?dryRun=true', {
        key: null,
        body: { username: JONAS, password: SANDBOX_PASSWORD },
        address: newAddress(),
      });
      expect([answer.status, answer.body.errors[0].field]).toEqual([400, 'dryRun']);
    });

    it('does as much for unknown names as for wrong passwords', async () => {
      /** What it costs the processor, in microseconds: whatever else the machine does. */
      const costOf = async (username: string): Promise<number> => {
        const before = process.cpuUsage();
        await signIn(username, 'wrong wrong wrong');
        const { user, system } = process.cpuUsage(before);
        return user + system;
      };
      const costs = { known: [] as number[], unknown: [] as number[] };
      for (let round = 0; round < 5; round += 1) {
        costs.known.push(await costOf('yuki.tanaka'));
        costs.unknown.push(await costOf('yuki.tonoko'));
      }
      const middle = (list: readonly number[]): number => list.toSorted((one, other) => one - other)[2] ?? 0;
      expect(middle(costs.unknown)).toBeGreaterThan(middle(costs.known) / 3);
    });
  });

  describe('attempts', () => {
    it('of an address are limited in a minute, together with those of the old API', async () => {
      const body = { username: 'nobody.at.all' };
      const attempt = () => call(test, 'POST /sessions', { key: null, body, address: '10.9.9.9' });
      const old = () =>
        send(test, {
          method: 'PUT',
          url: '/api/users/token',
          headers: { 'rest-api-key': '', 'content-type': 'application/json' },
          payload: JSON.stringify({ UserName: 'x' }),
          remoteAddress: '10.9.9.9',
        });
      for (let count = 0; count < 10; count += 1) {
        expect([(await attempt()).status, (await old()).status]).toEqual([400, 400]);
      }
      const refused = await attempt();
      expect([refused.status, refused.body.code]).toEqual([429, 'TOO_MANY_ATTEMPTS']);
      const seconds = Number(refused.headers['retry-after']);
      expect(seconds).toBeGreaterThan(1);
      expect(refused.body).toMatchObject({
        title: 'Too many attempts. Try again later.',
        detail: `Too many attempts. Try again in ${seconds} seconds.`,
      });
      expect(Number((await old()).headers['retry-after'])).toBeGreaterThan(0);
    });

    it('for a name are slowed down through both doors and in all processes, and the answer says for how long', async () => {
      const platform = await openPlatform({ settings: test.settings, durable: false });
      const app = await buildApp({
        platform,
        metrics: createMetrics(),
        log: createLog('error', { write: () => true }),
      });
      const elsewhere = { ...test, app, platform };
      for (let count = 0; count < 5; count += 1) {
        expect((await signIn('omar.haddad', 'wrong wrong wrong')).status).toBe(401);
        expect((await signIn('omar.haddad', 'wrong wrong wrong', own, elsewhere)).status).toBe(401);
      }
      const refused = await signIn('Omar.Haddad', SANDBOX_PASSWORD, own, elsewhere);
      expect([refused.status, refused.headers['retry-after']]).toEqual([429, '1']);
      const old = await send(test, {
        method: 'PUT',
        url: '/api/users/token',
        headers: { 'rest-api-key': '', 'content-type': 'application/json' },
        payload: JSON.stringify({ UserName: 'omar.haddad', Password: SANDBOX_PASSWORD }),
        remoteAddress: newAddress(),
      });
      expect([old.status, old.headers['retry-after']]).toEqual([429, '1']);
      await app.close();
      await platform.database.close();
    });
  });

  it('neither passwords nor cookies got into the log', async () => {
    const { cookie } = await newSession();
    await ask('GET /me', cookie);
    expect(test.logged()).toContain('/api/v1/sessions');
    for (const secret of [SANDBOX_PASSWORD, cookie.split('=')[1] ?? '']) expect(test.logged()).not.toContain(secret);
    expect(test.logged()).not.toContain('"level":50');
  });
});
