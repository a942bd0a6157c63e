import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newKeyOf, refusalBody } from '../../../test/support/cases.ts';
import { send } from '../../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { getUserByName } from '../../features/users/find-user.ts';
import { issuePasswordLink } from '../../features/users/issue-password-link.ts';
import { setPassword } from '../../features/users/set-password.ts';

const YEAR_MS = 365 * 24 * 60 * 60 * 1_000;

describe.each(dialects)('on %s', (dialect) => {
  let testApp: TestApp;
  let addresses = 0;
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
  });
  afterAll(() => testApp.close());

  const choosePassword = async (username: string, password: string): Promise<void> => {
    const { id: userId } = await getUserByName(testApp.operator, username);
    const token = await issuePasswordLink(testApp.operator, { userId });
    await setPassword(testApp.operator, { token, password });
  };
  /** Each time from another address: attempts of one are limited, too. */
  const signIn = (UserName: string, Password: string) => {
    addresses += 1;
    return send(testApp, {
      method: 'PUT',
      url: '/api/users/token',
      headers: { 'rest-api-key': '', 'content-type': 'application/json' },
      payload: JSON.stringify({ UserName, Password }),
      remoteAddress: `10.0.1.${addresses}`,
    });
  };
  const statusWith = async (key: string) =>
    (await send(testApp, { url: '/api/users/me', headers: { 'rest-api-key': key } })).status;

  it('a key from signing in works for a year', async () => {
    await choosePassword('jonas.weber', 'the first password');
    const before = Date.now();
    await signIn('jonas.weber', 'the first password');
    const [row] = await testApp.rows('select origin, expires_at from api_keys order by id desc limit 1');
    expect(row?.['origin']).toBe('sign-in');
    expect(Number(row?.['expires_at']) - before).toBeGreaterThanOrEqual(YEAR_MS);
    expect(Number(row?.['expires_at']) - before).toBeLessThan(YEAR_MS + 60_000);
  });

  it('another password ends the keys from signing in, and neither issued keys nor those of others', async () => {
    await choosePassword('sara.lindqvist', 'the password of Sara');
    const others = String((await signIn('sara.lindqvist', 'the password of Sara')).envelope.ResponseData);
    const signedIn = String((await signIn('jonas.weber', 'the first password')).envelope.ResponseData);
    const issued = await newKeyOf(testApp, 'jonas.weber');
    expect(await statusWith(signedIn)).toBe(200);
    await choosePassword('jonas.weber', 'the second password');
    expect([await statusWith(signedIn), await statusWith(issued), await statusWith(others)]).toEqual([401, 200, 200]);
    const again = String((await signIn('jonas.weber', 'the second password')).envelope.ResponseData);
    expect(await statusWith(again)).toBe(200);
  });

  it('a name that failed ten times has to wait, from wherever and with the right password', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => signIn('Priya.RAMAN', 'wrong wrong wrong')));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.body).toBe(refusalBody('Too many attempts. Try again in 1 second.'));
    await choosePassword('yuki.tanaka', 'the password of Yuki');
    expect((await signIn('yuki.tanaka', 'the password of Yuki')).status).toBe(200);
  });

  it('one success makes the failures before it forgotten', async () => {
    for (let attempt = 1; attempt <= 9; attempt += 1) await signIn('yuki.tanaka', 'wrong wrong wrong');
    expect((await signIn('yuki.tanaka', 'the password of Yuki')).status).toBe(200);
    expect((await signIn('yuki.tanaka', 'wrong wrong wrong')).status).toBe(401);
    expect((await signIn('yuki.tanaka', 'the password of Yuki')).status).toBe(200);
  });
});
