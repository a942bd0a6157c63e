import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { send } from '../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../test/support/test-app.ts';
import { SANDBOX_KEY } from '../app/fill-sandbox.ts';

describe.each(dialects)('on %s', (dialect) => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
  });
  afterAll(() => testApp.close());

  const ignored = async (url: string): Promise<unknown> => {
    const { status, headers } = await send(testApp, { url });
    expect(status).toBe(200);
    return headers['x-ignored-fields'];
  };

  it.each([
    ['/api/cases?issuePriorityID=3&SpaceID=1', 'issuePriorityID'],
    ['/api/cases&Colour=red&StartPage=1&Gr%C3%B6%C3%9Fe=1', 'Colour, Gr%C3%B6%C3%9Fe'],
    ['/api/cases/2304?expand=all', 'expand'],
    ['/api/users?name=jonas', 'name'],
    ['/api/spaces/1/cases/statuses?project=1', 'project'],
    ['/api/permissions/access?entitytype=19&permissions=Create&permissionsCsv=Create', 'permissions'],
  ])('%s tells what it does not read', async (url, names) => {
    expect(await ignored(url)).toBe(names);
  });

  it.each([
    '/api/cases?spaceid=1&reportedByUserID=0&PRIORITYID=0&keyword=x&SortColumn=0&SortOrder=1&StartPage=1&PageLength=5',
    `/api/cases/2304?token=${SANDBOX_KEY}&_=1700000000000`,
    `/api/spaces?Rest-Api-Key=${SANDBOX_KEY}&status=1`,
    '/api/spaces/1/cases/projects/1/assignto?forAssignToUsersList=true&keyword=a&startpage=1&pagelength=5',
    '/api/users/me',
  ])('%s has nothing to tell', async (url) => {
    expect(await ignored(url)).toBeUndefined();
  });

  it('parameters and fields are told together, also of a refused request', async () => {
    const put = (payload: object) =>
      send(testApp, {
        method: 'PUT',
        url: '/api/cases/2304?Notify=1',
        headers: { 'content-type': 'application/json' },
        payload,
      });
    expect((await put({ IssueTitle: 'Changed', Title: 'x' })).headers['x-ignored-fields']).toBe('Notify, Title');
    const refused = await put({ Title: 'x' });
    expect([refused.status, refused.headers['x-ignored-fields']]).toEqual([400, 'Notify, Title']);
  });
});
