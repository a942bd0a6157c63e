import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { call } from '../../test/support/api.ts';
import { dialects, startTestApp, type TestApp } from '../../test/support/test-app.ts';
import { SANDBOX_KEY } from './fill-sandbox.ts';

describe.each(dialects)('whoever knows only the address of the new API, on %s', (dialect) => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
  });
  afterAll(() => testApp.close());

  it.each([['/api/v1'], ['/api/v1/']])('is told by %s what it is and where to go on, without a key', async (url) => {
    const { statusCode, headers, body } = await testApp.app.inject({ url });
    expect([statusCode, headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
    const { version, links } = JSON.parse(body);
    expect(version).toBe(manifest.version);
    for (const link of Object.values<string>(links)) {
      const answer = await testApp.app.inject({ url: link, headers: { authorization: `Bearer ${SANDBOX_KEY}` } });
      expect([link, answer.statusCode]).toEqual([link, 200]);
    }
  });

  it('may only read that', async () => {
    const { status, headers, body } = await call(testApp, 'DELETE ');
    expect([status, body.code, headers['allow']]).toEqual([405, 'METHOD_NOT_ALLOWED', 'GET']);
  });

  it.each([[null], [SANDBOX_KEY]])(
    'is told that nothing is at an unknown address, and where to look: key %s',
    async (key) => {
      const { status, headers, body } = await call(testApp, 'POST /issues?x=1', { key, body: {} });
      expect([status, body.code, headers['content-type']]).toEqual([
        404,
        'ROUTE_NOT_FOUND',
        'application/problem+json; charset=utf-8',
      ]);
      expect(body.detail).toBe(
        'There is nothing at POST /api/v1/issues. All operations are at /docs/api, and for programs at /openapi.json.',
      );
    },
  );

  it('is told how to send a key, in the words of the API that was asked', async () => {
    const { status, body } = await call(testApp, 'GET /me', { key: null });
    expect([status, body.title]).toEqual([401, 'An API key is required.']);
    expect(body.detail).toContain('Authorization: Bearer <key>');
    const old = await testApp.app.inject({ url: '/api/users/me' });
    expect(JSON.parse(old.body).ResponseMessage).toContain('Rest-Api-Key or as the URL parameter token.');
  });
});
