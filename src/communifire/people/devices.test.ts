import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newKeyOf } from '../../../test/support/cases.ts';
import { send } from '../../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { createKey } from '../../features/keys/create-key.ts';
import { getUserByName } from '../../features/users/find-user.ts';

describe.each(dialects)('on %s', (dialect) => {
  let testApp: TestApp;
  let jonas: string;
  let sara: string;
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
    [jonas, sara] = [await newKeyOf(testApp, 'jonas.weber'), await newKeyOf(testApp, 'sara.lindqvist')];
  });
  afterEach(() => testApp.platform.database.transaction((session) => session.run('delete from device_tokens', [])));
  afterAll(() => testApp.close());

  const register = (key: string, payload: string, platform = 'ios') =>
    send(testApp, {
      method: 'POST',
      url: `/api/users/me/devicetokens/${platform}`,
      headers: { 'rest-api-key': key, 'content-type': 'application/json' },
      payload,
    });
  const forget = (key: string, token: string) =>
    send(testApp, {
      method: 'DELETE',
      url: `/api/users/me/devicetokens?deviceToken=${encodeURIComponent(token)}`,
      headers: { 'rest-api-key': key },
    });
  const owners = () => testApp.rows('select token, user_id, platform from device_tokens order by token');

  it('a phone is registered with its token as a JSON string, and forgotten', async () => {
    expect(await register(jonas, '"token-1"')).toMatchObject({ status: 200, envelope: { IsError: false } });
    expect((await register(jonas, '"token-1"', 'Android')).status).toBe(200);
    expect(await owners()).toEqual([{ token: 'token-1', user_id: 3, platform: 'android' }]);
    expect((await forget(jonas, 'token-1')).status).toBe(200);
    expect(await owners()).toEqual([]);
    expect((await forget(jonas, 'token-1')).status).toBe(200);
  });

  it('a phone moves to whoever registers it last, and only they can let it be forgotten', async () => {
    await register(jonas, '"token-1"');
    await register(sara, '"token-1"');
    expect((await forget(jonas, 'token-1')).status).toBe(200);
    expect(await owners()).toEqual([{ token: 'token-1', user_id: 2, platform: 'ios' }]);
  });

  it('a key that only reads neither registers a phone nor forgets one', async () => {
    await register(jonas, '"token-1"');
    const user = await getUserByName(testApp.operator, 'jonas.weber');
    const reading = await createKey(testApp.operator, { user, name: 'Reading', rights: [] });
    const refused = { status: 403, envelope: { ResponseMessage: expect.stringContaining('narrowed to reading') } };
    expect(await register(reading, '"token-2"')).toMatchObject(refused);
    expect(await forget(reading, 'token-1')).toMatchObject(refused);
    expect(await owners()).toEqual([{ token: 'token-1', user_id: 3, platform: 'ios' }]);
  });

  it('of more than 20 phones the ones registered longest ago are forgotten', async () => {
    for (let phone = 1; phone <= 21; phone += 1) await register(jonas, `"token-${phone}"`);
    await register(sara, '"another"');
    expect(await owners()).toHaveLength(21);
  });

  it.each([
    ['""', 400],
    ['"two words"', 400],
    [JSON.stringify('x'.repeat(4_097)), 400],
    [JSON.stringify('a\u0000b'), 400],
    ['{"token":"x"}', 400],
    ['["x"]', 400],
    ['12', 400],
    ['null', 400],
    ['', 400],
    ['token', 400],
  ])('%s is refused as a token, and nothing is written', async (payload, status) => {
    expect((await register(jonas, payload)).status).toBe(status);
    expect(await owners()).toEqual([]);
  });

  it('another kind of phone is refused, and so is forgetting without a token', async () => {
    expect((await register(jonas, '"token-1"', 'windows')).status).toBe(400);
    expect((await forget(jonas, '')).status).toBe(400);
    expect((await register('', '"token-1"')).status).toBe(401);
    expect(await owners()).toEqual([]);
  });
});
