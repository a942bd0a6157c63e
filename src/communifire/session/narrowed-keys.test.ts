import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectRefusedUpdate, expiredKeyOf, newCase, postCase, refusalBody } from '../../../test/support/cases.ts';
import { productCase, supportCase } from '../../../test/support/property-table.ts';
import { putCase, send } from '../../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { createKey } from '../../features/keys/create-key.ts';
import { getUserByName } from '../../features/users/find-user.ts';
import type { Right } from '../../kernel/permissions.ts';

describe.each(dialects)('on %s', (dialect) => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
  });
  afterAll(() => testApp.close());

  interface Narrowing {
    readonly spaceIds?: readonly number[];
    readonly rights?: readonly Right[];
    readonly expiresAt?: number;
  }
  const keyOf = async (username: string, narrowing: Narrowing): Promise<string> =>
    createKey(testApp.operator, { user: await getUserByName(testApp.operator, username), name: 'Test', ...narrowing });
  const ask = (url: string, key: string) => send(testApp, { url, headers: { 'rest-api-key': key } });
  const read = async (url: string, key: string): Promise<unknown> => {
    const { status, envelope } = await ask(url, key);
    expect(status).toBe(200);
    return envelope.ResponseData;
  };

  describe('a key narrowed to a space', () => {
    it('sees this space only, also of an administrator', async () => {
      const key = await keyOf('admin', { spaceIds: [2] });
      expect(await read('/api/spaces', key)).toMatchObject([{ SpaceID: 2 }]);
      expect(JSON.parse((await ask('/api/users/me/spaces', key)).body)).toMatchObject([{ SpaceID: 2 }]);
      for (const path of ['', '/entityaccess', '/users', '/cases/statuses', '/cases/projects/1/assignto']) {
        const { status, body } = await ask(`/api/spaces/1${path}`, key);
        expect([status, body]).toEqual([404, refusalBody('There is no space 1.')]);
      }
      expect(await read('/api/spaces/2/entityaccess?entityCsv=19', key)).toEqual({ Issue: true });
    });

    it('sees the people of this space only, and everybody with a public one', async () => {
      const closed = await keyOf('priya.raman', { spaceIds: [2] });
      expect(await read('/api/users?username=omar', closed)).toEqual([]);
      expect((await ask('/api/users/7/details', closed)).status).toBe(404);
      expect(await read('/api/users/6/details', closed)).toMatchObject({ UserName: 'yuki.tanaka' });
      const open = await keyOf('priya.raman', { spaceIds: [1] });
      expect(await read('/api/users/7/details', open)).toMatchObject({ UserName: 'omar.haddad' });
    });

    it('has no cases of others, and may do in its own what its user may', async () => {
      const key = await keyOf('priya.raman', { spaceIds: [2] });
      const elsewhere = await newCase(testApp, supportCase);
      expect((await ask(`/api/cases/${elsewhere}`, key)).status).toBe(404);
      const asked = 'entitytype=19&permissionsCsv=Create,Update';
      const { status, body } = await ask(`/api/permissions/access?${asked}&entityid=${elsewhere}`, key);
      expect([status, body]).toEqual([404, refusalBody(`There is no case ${elsewhere}.`)]);
      expect(await read(`/api/permissions/access?${asked}&spaceID=2`, key)).toEqual({ Create: true, Update: true });
      expect((await postCase(testApp, { IssueTitle: 'x', SpaceID: 1, ProjectID: 1 }, key)).status).toBe(400);
    });
  });

  describe('a key narrowed to rights', () => {
    it('may do only these, and a refusal says that the key is narrowed', async () => {
      const key = await keyOf('jonas.weber', { rights: ['AdminEntityUpdate', 'UpdateIssueStatus'] });
      const caseId = await newCase(testApp, { ...supportCase, IssueStatusID: 1 });
      const asked = 'entitytype=19&permissionsCsv=Create,Update,AdminEntityUpdate,UpdateIssueStatus,AssignToUser';
      expect(await read(`/api/permissions/access?${asked}&entityid=${caseId}`, key)).toEqual({
        Create: false,
        Update: true,
        AdminEntityUpdate: true,
        UpdateIssueStatus: true,
        AssignToUser: false,
      });
      expect((await putCase(testApp, caseId, { IssueStatusID: 6 }, key)).status).toBe(200);
      await expectRefusedUpdate(
        testApp,
        caseId,
        { AssignedToUserID: 2 },
        { status: 403, message: /this API key is narrowed, and the right AssignToUser is missing/u, key },
      );
    });

    it('with none it can only read', async () => {
      const key = await keyOf('jonas.weber', { rights: [] });
      const caseId = await newCase(testApp, productCase);
      expect((await ask(`/api/cases/${caseId}`, key)).status).toBe(200);
      const { status, envelope } = await postCase(testApp, { IssueTitle: 'x', SpaceID: 1, ProjectID: 1 }, key);
      expect([status, envelope.ResponseMessage]).toEqual([403, expect.stringContaining('this API key is narrowed')]);
    });
  });

  it('a key works until it expires, and is then refused like an unknown one', async () => {
    const key = await keyOf('jonas.weber', { expiresAt: Date.now() + 60_000 });
    expect((await ask('/api/users/me', key)).status).toBe(200);
    const expired = await expiredKeyOf(testApp, 'jonas.weber');
    for (const url of ['/api/users/me', '/api/spaces', '/api/nothing']) {
      const { status, body } = await ask(url, expired);
      expect([status, body]).toEqual([401, refusalBody('The API key is unknown, expired or revoked.')]);
    }
  });
});
