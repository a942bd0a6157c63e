import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKey } from '../../src/features/keys/create-key.ts';
import { listKeys } from '../../src/features/keys/list-keys.ts';
import { revokeKey } from '../../src/features/keys/revoke-key.ts';
import { deactivateUser } from '../../src/features/users/deactivate-user.ts';
import { getUserByName } from '../../src/features/users/find-user.ts';
import { expiredKeyOf, newKeyOf } from '../support/cases.ts';
import { dialects, type TestApp } from '../support/test-app.ts';
import {
  addressOf,
  attack,
  everything,
  expectNoDefect,
  expectRefusal,
  type Route,
  startSweptApp,
} from './swept-app.ts';

/** What needs no key; files are asked for by a signature as well, and where nothing is, nothing is to be kept secret. */
const withoutKey = [
  '/ping-do-not-delete.ico',
  '/api/saml/details',
  '/api/users/token',
  '/media/*',
  '/api/v1',
  '/api/v1/',
  '/api/v1/*',
  '/api/v1/attachments/:attachmentId/content',
];
/** Where one method needs none: signing in, asking for a password, and what the workspace is called, which the page for signing in says. */
const needsNone = ({ method, url }: Route): boolean =>
  (method === 'POST' && ['/api/v1/sessions', '/api/v1/password-requests'].includes(url)) ||
  (['GET', 'HEAD'].includes(method) && url === '/api/v1/workspace');

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

const isOldApi = ({ url }: Pick<Route, 'url'>): boolean => /^\/(?:api|services|ping|media)/u.test(url);

describe.each(dialects)('on %s', (dialect) => {
  let testApp: TestApp;
  let routes: readonly Route[];
  beforeAll(async () => {
    const swept = await startSweptApp(dialect);
    testApp = swept.testApp;
    routes = swept.routes.filter(isOldApi);
  });
  afterAll(async () => {
    expectNoDefect(testApp);
    await testApp.close();
  });

  it('the sweep sees the routes that there are', () => {
    const seen = routes.map(({ method, url }) => `${method} ${url}`);
    expect(seen).toEqual(
      expect.arrayContaining([
        'GET /api/cases',
        'PUT /api/cases/:caseid',
        'GET /api/users/me',
        'POST /api/case/comments',
      ]),
    );
    expect(seen.length).toBeGreaterThan(40);
  });

  it('every other method is refused with those that there are', async () => {
    const before = await everything(testApp);
    for (const url of new Set(routes.map((route) => route.url))) {
      const here = routes.filter((route) => route.url === url);
      const allowed = methods.filter((method) => here.some((route) => route.method === method));
      for (const method of methods.filter((each) => !allowed.includes(each))) {
        const response = await attack(testApp, { method, url: addressOf({ ...(here[0] as Route), url }) });
        const what = `${method} ${url}`;
        expect([what, response.statusCode, response.headers['allow']]).toEqual([what, 405, allowed.join(', ')]);
        expectRefusal(response, what);
      }
    }
    expect(await everything(testApp)).toEqual(before);
  });

  it('without a valid key everything is refused, in the same words whatever is asked for', async () => {
    const { operator } = testApp;
    const sara = await getUserByName(operator, 'sara.lindqvist');
    const expired = await expiredKeyOf(testApp, 'sara.lindqvist');
    const revoked = await createKey(operator, { user: sara, name: 'Revoked' });
    const ofSara = (await listKeys(operator)).filter(({ userId }) => userId === sara.id);
    for (const { id: keyId } of ofSara) await revokeKey(operator, { keyId });
    const deactivated = await newKeyOf(testApp, 'yuki.tanaka');
    await deactivateUser(operator, { username: 'yuki.tanaka' });
    const before = await everything(testApp);
    for (const route of routes.filter((each) => !withoutKey.includes(each.url) && !needsNone(each))) {
      for (const [name, key] of Object.entries({
        none: '',
        wrong: 'x',
        NUL: '\u0080',
        expired,
        revoked,
        deactivated,
      })) {
        const what = `${route.method} ${route.url} with the key ${name}`;
        const url = `${addressOf(route, { caseid: 2304, id: 2304, spaceid: 1, projectid: 1 })}?spaceid=1`;
        const response = await attack(testApp, {
          method: route.method as 'GET',
          url,
          headers: { 'rest-api-key': key },
        });
        expect([what, response.statusCode]).toEqual([what, 401]);
        expectRefusal(response, what);
      }
    }
    expect(await everything(testApp)).toEqual(before);
  });
});
