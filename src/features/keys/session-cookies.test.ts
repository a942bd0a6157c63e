import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../test/support/api.ts';
import { browserOf, cookieOf, ownPage } from '../../../test/support/browser.ts';
import { newKeyOf, traces } from '../../../test/support/cases.ts';
import { send } from '../../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { buildApp } from '../../app/build-app.ts';
import { SANDBOX_PASSWORD } from '../../app/sandbox-access.ts';
import { createMetrics } from '../../platform/http/metrics.ts';
import { createLog } from '../../platform/log.ts';

const JONAS = 'jonas.weber';
const own = ownPage;

describe.each(dialects)('session cookies on %s', (dialect) => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp(dialect);
  });

  afterAll(() => test.close());

  const { signIn, newSession, ask, statusWith } = browserOf(() => test);

  describe('the cookie', () => {
    it('is for HTTPS only, and for this host only, where browsers come by HTTPS', async () => {
      const platform = { ...test.platform, publicUrl: 'https://cases.example' };
      const app = await buildApp({
        platform,
        metrics: createMetrics(),
        log: createLog('error', { write: () => true }),
      });
      const secure = { ...test, app, platform };
      const origin = { host: 'internal:8080', origin: 'https://cases.example' };
      const answer = await signIn(JONAS, SANDBOX_PASSWORD, origin, secure);
      expect(answer.headers['set-cookie']).toMatch(
        /^__Host-casekeep_session=[\w-]{43}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax; Secure$/u,
      );
      const cookie = cookieOf(answer);
      const me = (header: string) => call(secure, 'GET /me', { key: null, headers: { ...origin, cookie: header } });
      expect((await me(cookie)).status).toBe(200);
      expect((await me(cookie.replace('__Host-', ''))).status).toBe(401);
      await app.close();
    });

    it.each([
      ['casekeep_session='],
      ['casekeep_session=forged'],
      [`casekeep_session=${'A'.repeat(43)}`],
      [`casekeep_session=${'x'.repeat(8_000)}`],
      ['casekeep_session=%00%0d%0a'],
      ['casekeep_session="quoted"'],
      ['other=1; =; ;;'],
      ['__Host-casekeep_session=forged'],
    ])('is refused when it is none of ours: %s', async (cookie) => {
      const { status, headers } = await ask('GET /me', cookie);
      expect([status, headers['www-authenticate']]).toEqual([401, 'Bearer realm="Casekeep"']);
    });

    it('is refused when there are two, because somebody has planted one', async () => {
      const [one, other] = [await newSession(), await newSession()];
      expect(await statusWith(`${one.cookie}; ${other.cookie}`)).toBe(401);
      expect(await statusWith(`theme=dark; ${one.cookie}; x=y`)).toBe(200);
    });

    it('is no API key, and an API key is no cookie', async () => {
      const { cookie } = await newSession();
      const secret = cookie.split('=')[1] ?? '';
      expect((await call(test, 'GET /me', { key: secret })).status).toBe(401);
      expect((await send(test, { url: '/api/users/me', headers: { 'rest-api-key': secret } })).status).toBe(401);
      expect((await send(test, { url: '/api/users/me', headers: { 'rest-api-key': '', cookie } })).status).toBe(401);
      const { body } = await ask('GET /me', `casekeep_session=${await newKeyOf(test, JONAS)}`);
      expect(body.code).toBe('SESSION_ENDED');
    });

    it('gives way to a key that is sent along, right or wrong', async () => {
      const { cookie } = await newSession();
      const withKey = (key: string) => call(test, 'GET /me', { key, headers: { cookie } });
      expect((await withKey(await newKeyOf(test, 'sara.lindqvist'))).body.username).toBe('sara.lindqvist');
      expect((await withKey('wrong')).status).toBe(401);
    });

    it('that came along at signing in ends, so that nobody goes on in a session that somebody else has begun', async () => {
      const planted = await newSession('omar.haddad');
      const answer = await signIn(JONAS, SANDBOX_PASSWORD, { ...own, cookie: planted.cookie });
      expect(answer.status).toBe(201);
      expect(cookieOf(answer)).not.toBe(planted.cookie);
      expect([await statusWith(planted.cookie), await statusWith(cookieOf(answer))]).toEqual([401, 200]);
    });
  });

  describe('a change with a cookie', () => {
    const change = (cookie: string, headers: Record<string, string>) =>
      ask('PATCH /cases/2304', cookie, headers, { title: 'Changed' });

    it.each([
      ['from this server', own],
      ['from this server, by Sec-Fetch-Site', { host: 'cases.example', 'sec-fetch-site': 'same-origin' }],
      ['from this server in other letters', { host: 'Cases.Example:80', origin: 'http://cases.example' }],
      ['behind a proxy that ends HTTPS', { host: 'cases.example', origin: 'https://cases.example' }],
    ])('is taken %s', async (_name, headers) => {
      const { cookie } = await newSession();
      expect((await change(cookie, headers)).status).toBe(200);
    });

    it.each([
      ['another site', { host: 'cases.example', origin: 'https://evil.example' }],
      ['another port', { host: 'cases.example', origin: 'http://cases.example:8081' }],
      ['another host below', { host: 'cases.example', origin: 'http://x.cases.example' }],
      ['a host that begins the same', { host: 'cases.example', origin: 'http://cases.example.evil.example' }],
      ['a page without an origin', { host: 'cases.example', origin: 'null' }],
      ['no origin that could be one', { host: 'cases.example', origin: 'cases.example' }],
      ['the same site only', { ...own, 'sec-fetch-site': 'same-site' }],
      ['another site, by Sec-Fetch-Site', { ...own, 'sec-fetch-site': 'cross-site' }],
      ['nobody knows where', { host: 'cases.example' }],
    ])('is refused from %s, and writes nothing', async (_name, headers) => {
      const { cookie } = await newSession();
      const before = await traces(test);
      const { status, body } = await change(cookie, headers as Record<string, string>);
      expect([status, body.code, await traces(test)]).toEqual([403, 'ORIGIN_FOREIGN', before]);
      expect((await ask('GET /cases/2304', cookie, headers as Record<string, string>)).status).toBe(200);
    });

    it('signing in is refused from another site too, and taken from programs', async () => {
      const foreign = await signIn(JONAS, SANDBOX_PASSWORD, { host: 'cases.example', origin: 'https://evil.example' });
      expect([foreign.status, foreign.body.code, foreign.headers['set-cookie']]).toEqual([
        403,
        'ORIGIN_FOREIGN',
        undefined,
      ]);
      expect((await signIn(JONAS, SANDBOX_PASSWORD, {})).status).toBe(201);
    });

    it('with a key needs no origin', async () => {
      const headers = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
      const { status } = await call(test, 'PATCH /cases/2304', { headers, body: { title: 'By key' } });
      expect(status).toBe(200);
    });
  });
});
