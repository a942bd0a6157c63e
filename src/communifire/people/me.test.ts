import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newKeyOf } from '../../../test/support/cases.ts';
import { send } from '../../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { createUser } from '../../features/users/create-user.ts';

const support = {
  SpaceID: 1,
  SpaceName: 'Customer Support',
  SpaceDescription: '',
  SpaceVisibility: 1,
  SpaceStatus: 1,
  SpaceURL: '',
  SpaceIconFileName: '',
  SpaceIconURL: '',
  SpaceImageURL: '',
  ParentSpaceID: 0,
};

describe.each(dialects)('on %s', (dialect) => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
  });
  afterAll(() => testApp.close());

  const read = async (url: string, key: string) => {
    const { status, body } = await send(testApp, { url, headers: { 'rest-api-key': key } });
    expect(status).toBe(200);
    return JSON.parse(body);
  };

  it('users/me is the user of the key, without an envelope', async () => {
    expect(await read('/api/users/me', await newKeyOf(testApp, 'jonas.weber'))).toEqual({
      UserID: 3,
      UserName: 'jonas.weber',
      UserInfoDisplayName: 'Jonas Weber',
      FirstName: 'Jonas',
      LastName: 'Weber',
      Email: 'jonas.weber@example.com',
      AvatarImageURL: '',
      RankName: 'Member',
    });
  });

  it('users/me/spaces are the spaces one is a member of, by name and without an envelope', async () => {
    expect(await read('/api/users/me/spaces', await newKeyOf(testApp, 'sara.lindqvist'))).toEqual([support]);
    const ofJonas = await read('/API/Users/Me/Spaces', await newKeyOf(testApp, 'jonas.weber'));
    expect(ofJonas).toEqual([
      support,
      { ...support, SpaceID: 2, SpaceName: 'Product Development', SpaceVisibility: 0 },
    ]);
  });

  it('an administrator has all spaces; who is a member of none has none, public ones neither', async () => {
    expect(await read('/api/users/me/spaces', await newKeyOf(testApp, 'admin'))).toHaveLength(2);
    await createUser(testApp.operator, { username: 'nora.new' });
    expect(await read('/api/users/me/spaces', await newKeyOf(testApp, 'nora.new'))).toEqual([]);
  });

  it.each(['/api/users/me', '/api/users/me/spaces'])('%s needs a key', async (url) => {
    expect((await send(testApp, { url, headers: { 'rest-api-key': '' } })).status).toBe(401);
  });
});
