import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../test/support/api.ts';
import { browserOf, ownPage } from '../../../test/support/browser.ts';
import { newKeyOf } from '../../../test/support/cases.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { SANDBOX_PASSWORD } from '../../app/sandbox-access.ts';
import { createKey } from '../keys/create-key.ts';
import { getUserByName } from './find-user.ts';
import { issuePasswordLink } from './issue-password-link.ts';
import { updateProfile } from './update-profile.ts';

const JONAS = 'jonas.weber';
const OTHER = 'other@example.org';
const right = { email: OTHER, currentPassword: SANDBOX_PASSWORD };

describe.each(dialects)('the own e-mail address on %s', (dialect) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp(dialect);
  });
  afterAll(() => test.close());

  const { ask, newSession } = browserOf(() => test);
  const patch = async (
    body: object,
    { cookie, headers = {} }: { cookie: string; headers?: Record<string, string> },
  ) => {
    const { status, body: answer } = await ask('PATCH /me', cookie, { ...ownPage, ...headers }, body);
    return { status, code: answer.code, email: answer.email, field: answer.errors?.[0]?.field };
  };
  const emailOf = async (username: string): Promise<string> => (await getUserByName(test.operator, username)).email;
  const attempts = () => test.rows('select * from attempts');

  it('is changed with the password only, and only for another one', async () => {
    const { cookie } = await newSession(JONAS);
    const before = await emailOf(JONAS);
    expect(await patch({ email: OTHER }, { cookie })).toMatchObject({ status: 400, field: 'currentPassword' });
    expect(await patch({ ...right, currentPassword: '' }, { cookie })).toMatchObject({ field: 'currentPassword' });
    const wrong = { ...right, displayName: 'Jonas', currentPassword: 'wrong wrong wrong' };
    expect(await patch(wrong, { cookie })).toMatchObject({ status: 400, field: 'currentPassword' });
    expect(await patch({ email: '' }, { cookie })).toMatchObject({ status: 400, field: 'currentPassword' });
    expect((await getUserByName(test.operator, JONAS)).displayName).not.toBe('Jonas');
    expect(await emailOf(JONAS)).toBe(before);
    expect(await patch({ email: ` ${before} `, timeZone: 'Europe/Oslo' }, { cookie })).toMatchObject({ status: 200 });
    expect(await patch(right, { cookie })).toMatchObject({ status: 200, email: OTHER });
  });

  it('is tried out with the password, and changed once for an idempotency key', async () => {
    const user = 'omar.haddad';
    const { cookie } = await newSession(user);
    const before = await emailOf(user);
    const dryRun = { cookie, headers: { prefer: 'dry-run' } };
    expect(await patch({ ...right, currentPassword: 'guess' }, dryRun)).toMatchObject({ field: 'currentPassword' });
    expect(await patch(right, dryRun)).toMatchObject({ status: 200, email: OTHER });
    expect(await emailOf(user)).toBe(before);
    const repeated = { cookie, headers: { 'idempotency-key': 'own-address' } };
    const events = () => test.rows('select id from events');
    expect(await patch(right, repeated)).toMatchObject({ status: 200, email: OTHER });
    const after = await events();
    expect(await patch(right, repeated)).toMatchObject({ status: 200, email: OTHER });
    expect([await emailOf(user), await events()]).toEqual([OTHER, after]);
  });

  it('is not changed with a key, which learns nothing of the password', async () => {
    const user = 'sara.lindqvist';
    const before = [await emailOf(user), await attempts()];
    const key = await newKeyOf(test, user);
    const withKey = (body: object, by = key) => call(test, 'PATCH /me', { key: by, body });
    for (const body of [right, { ...right, currentPassword: 'guess' }, { email: OTHER }]) {
      const refused = await withKey(body);
      expect([refused.status, refused.body.errors[0].field]).toEqual([400, 'email']);
    }
    const owner = await getUserByName(test.operator, user);
    const narrowed = await createKey(test.operator, { user: owner, name: 'Narrow', rights: [] });
    expect((await withKey(right, narrowed)).body).toMatchObject({ status: 403, code: 'RIGHT_MISSING' });
    expect([await emailOf(user), await attempts()]).toEqual(before);
    const same = await withKey({ email: owner.email, firstName: 'Sara' });
    expect([same.status, same.body.email]).toEqual([200, owner.email]);
  });

  it.each([{}, { prefer: 'dry-run' }, { 'idempotency-key': 'guesses' }])('ends guessing, with %j', async (headers) => {
    const user = 'diego.fuentes';
    const { cookie } = await newSession(user);
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 12; attempt += 1) {
      statuses.push((await patch({ ...right, currentPassword: 'guess' }, { cookie, headers })).status);
    }
    expect([statuses[0], statuses.at(-1)]).toEqual([400, 429]);
    expect((await patch(right, { cookie, headers })).status).toBe(429);
    await test.platform.database.transaction(({ run }) => run('delete from attempts', []));
  });

  describe('links to set a password', () => {
    const user = 'priya.raman';
    const newLink = async () => {
      const { id: userId } = await getUserByName(test.operator, user);
      return { userId, path: `/password/${await issuePasswordLink(test.operator, { userId })}` };
    };
    const openStatus = async (url: string) => (await test.app.inject({ url })).statusCode;

    it('stay while other things are changed, and when an address is refused', async () => {
      const { userId, path } = await newLink();
      const { cookie } = await newSession(user);
      await patch({ email: OTHER }, { cookie });
      await patch({ firstName: 'P.' }, { cookie });
      const body = { email: await emailOf(user), lastName: 'R.' };
      expect((await call(test, `PATCH /users/${userId}`, { body })).status).toBe(200);
      expect(await openStatus(path)).toBe(200);
    });

    it.each([
      ['oneself', async () => patch(right, await newSession(user))],
      ['an administrator', (userId: number) => call(test, `PATCH /users/${userId}`, { body: { email: '' } })],
      ['the operator', (userId: number) => updateProfile(test.operator, { userId, changes: { email: 'o@p.example' } })],
    ])('end when the address is changed by %s', async (_name, change) => {
      const { userId, path } = await newLink();
      const ofAnother = `/password/${await issuePasswordLink(test.operator, { userId: 1 })}`;
      await change(userId);
      expect([await openStatus(path), await openStatus(ofAnother)]).toEqual([404, 200]);
    });
  });
});
