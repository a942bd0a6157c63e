import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalBody } from '../../../test/support/cases.ts';
import { send } from '../../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';

describe.each(dialects)('on %s', (dialect) => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
  });
  afterAll(() => testApp.close());

  it.each([
    '/api/content/list?contenttypeid=3&startpage=1',
    '/api/content/list/recent',
    '/api/Events?StartPage=1&PageLength=10',
    '/api/events/upcoming',
    '/api/events&startpage=1',
    '/api/announcements',
    '/api/spaces/1/events',
    '/api/spaces/0/announcements',
  ])('%s is an empty list', async (url) => {
    const { status, body } = await send(testApp, { url });
    expect([status, body]).toEqual([200, '{"IsError":false,"ResponseMessage":"","ResponseData":[]}']);
  });

  it.each(['/api/events/12', '/api/announcements/3'])('%s is not there', async (url) => {
    const { status, body } = await send(testApp, { url });
    expect([status, body]).toEqual([404, refusalBody('There is no such content here.')]);
  });

  it.each([
    ['GET', '/api/articles/5'],
    ['GET', '/api/spaces/1/files'],
    ['POST', '/api/blogs'],
    ['PUT', '/api/wikis/3'],
    ['DELETE', '/api/forums/1'],
    ['GET', '/api/polls'],
    ['HEAD', '/api/ideas'],
    ['GET', '/api'],
  ] as const)('%s %s is not there, whatever is sent', async (method, url) => {
    const payload = method === 'POST' || method === 'PUT' ? { payload: 'not JSON' } : {};
    const { status, body } = await send(testApp, { method, url, ...payload });
    expect([status, body]).toEqual([404, method === 'HEAD' ? '' : refusalBody('There is nothing at this address.')]);
  });

  it.each(['/api/articles/5', '/api/content/list', '/api/nowhere', '/api'])('%s asks for a key first', async (url) => {
    expect((await send(testApp, { url, headers: { 'rest-api-key': '' } })).status).toBe(401);
    expect((await send(testApp, { url, headers: { 'rest-api-key': 'wrong' } })).status).toBe(401);
  });

  it('a list can only be read', async () => {
    const { status, headers } = await send(testApp, { method: 'POST', url: '/api/events' });
    expect([status, headers['allow']]).toEqual([405, 'GET']);
  });

  it('how one signs in is told without a key', async () => {
    const { status, body } = await send(testApp, { url: '/api/saml/details', headers: { 'rest-api-key': '' } });
    const data = { IsSAMLEnabled: false, IsAutoLoginEnabled: false, ActiveDirectoryAuthEnabled: false };
    expect([status, JSON.parse(body)]).toEqual([200, { IsError: false, ResponseMessage: '', ResponseData: data }]);
  });
});
