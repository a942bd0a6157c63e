import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../test/support/api.ts';
import { askWith, newSession, ownPage, signIn } from '../../../test/support/browser.ts';
import { newKeyOf } from '../../../test/support/cases.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { SANDBOX_PASSWORD } from '../../app/sandbox-access.ts';
import { createKey } from '../keys/create-key.ts';
import { getUserByName } from './find-user.ts';
import { setRole } from './set-role.ts';

const ADMIN_ID = 1;
const SARA_ID = 2;
const NO_SUCH_ID = 987_654_321;
const NEW_PASSWORD = 'correct horse battery';

describe.each(dialects)('changes of people in the new API on %s', (dialect) => {
  let test: TestApp;
  let sara: string;

  beforeAll(async () => {
    test = await startTestApp(dialect);
    sara = await newKeyOf(test, 'sara.lindqvist');
  });

  afterAll(() => test.close());

  const ask = (operation: string, body?: unknown, key?: string) =>
    call(test, operation, { ...(key === undefined ? {} : { key }), ...(body === undefined ? {} : { body }) });
  const narrowedKeyOf = async (username: string) =>
    createKey(test.operator, { user: await getUserByName(test.operator, username), name: 'Narrow', rights: [] });
  const everything = async (): Promise<unknown> => [
    await test.rows('select * from users order by id'),
    await test.rows('select id, revoked_at from api_keys order by id'),
    await test.rows('select * from password_links'),
    await test.rows('select count(*) from events'),
  ];
  const expectRefused = async (work: () => ReturnType<typeof ask>, expected: object): Promise<void> => {
    const before = await everything();
    const { status, body } = await work();
    expect({ status, ...body }).toMatchObject(expected);
    expect(await everything()).toEqual(before);
  };
  const lastEvents = async (count: number): Promise<unknown[]> =>
    (await test.rows(`select type from events order by id desc limit ${count}`)).map(({ type }) => type);

  describe('administrators', () => {
    it('create users, who set their password behind a link', async () => {
      const body = { username: 'nora.new', firstName: 'Nora', lastName: 'New', email: 'nora@example.org' };
      const made = await ask('POST /users', { ...body, timeZone: 'Europe/Oslo' });
      expect([made.status, made.headers['location']]).toEqual([201, `/api/v1/users/${made.body.id}`]);
      const usual = { avatarUrl: null, displayName: 'Nora New', role: 'member', isActive: true };
      expect(made.body).toEqual({ id: expect.any(Number), ...body, ...usual, timeZone: 'Europe/Oslo' });
      const link = await ask(`POST /users/${made.body.id}/password-link`);
      expect(link.body).toEqual({
        url: expect.stringMatching(/^http:\/\/[^/]+\/password\/[\w-]{43}$/u),
        expiresAt: expect.any(String),
      });
      const answer = await test.app.inject({
        method: 'POST',
        url: new URL(link.body.url).pathname,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ password: NEW_PASSWORD, repetition: NEW_PASSWORD }).toString(),
      });
      expect([answer.statusCode, (await signIn(test, 'nora.new', NEW_PASSWORD)).status]).toEqual([200, 201]);
    });

    it.each([
      ['a name that somebody has', { username: 'SARA.lindqvist' }, 'username'],
      ['a name with a colon', { username: 'a:b' }, 'username'],
      ['a name that is too long', { username: 'x'.repeat(101) }, 'username'],
      ['a display name that is too long', { displayName: 'x'.repeat(201) }, 'displayName'],
      ['a blank display name', { displayName: ' \n' }, 'displayName'],
      ['a first name that is too long', { firstName: 'x'.repeat(101) }, 'firstName'],
      ['an e-mail address that is none', { email: 'somewhere' }, 'email'],
      ['an e-mail address with a NUL', { email: 'a\u0000@example.org' }, 'email'],
      ['an e-mail address that is too long', { email: `${'x'.repeat(251)}@y.z` }, 'email'],
      ['a time zone that is none', { timeZone: 'Mars/Olympus' }, 'timeZone'],
      ['a time zone that is an offset', { timeZone: '+02:00' }, 'timeZone'],
      ['a role that is none', { role: 'owner' }, 'role'],
      ['a password', { password: 'secret' }, 'password'],
    ])('create nobody with %s, and the field is named', async (_name, body, field) => {
      await expectRefused(() => ask('POST /users', { username: 'somebody', ...body }), {
        status: 400,
        errors: [{ field }],
      });
    });

    it('change names, addresses and roles, all or nothing, each with its event', async () => {
      const changes = { displayName: '<b>Sara</b> L.', email: 'sara@example.org', timeZone: 'Europe/Stockholm' };
      const { body } = await ask(`PATCH /users/${SARA_ID}`, { ...changes, role: 'administrator' });
      expect(body).toMatchObject({ ...changes, displayName: 'Sara L.', role: 'administrator', lastName: 'Lindqvist' });
      expect((await ask('GET /users?search=sara%20l.')).body.items[0]).toMatchObject({ id: SARA_ID });
      expect(await lastEvents(2)).toEqual(['user.role_changed', 'user.updated']);
      const before = await everything();
      expect((await ask(`PATCH /users/${SARA_ID}`, { ...changes, displayName: 'Sara L.' })).status).toBe(200);
      expect(await everything()).toEqual(before);
      await ask(`PATCH /users/${SARA_ID}`, { role: 'member' });
      const wrong = { displayName: 'Another', email: 'nowhere', role: 'administrator' };
      await expectRefused(() => ask(`PATCH /users/${SARA_ID}`, wrong), { status: 400, errors: [{ field: 'email' }] });
      await expectRefused(() => ask(`PATCH /users/${SARA_ID}`, {}), { status: 400 });
      await expectRefused(() => ask(`PATCH /users/${NO_SUCH_ID}`, { role: 'member' }), { code: 'USER_NOT_FOUND' });
      await expectRefused(() => ask(`POST /users/${NO_SUCH_ID}/password-link`), { code: 'USER_NOT_FOUND' });
    });

    it('deactivate somebody, whose keys and sessions stop at once, and activate them again', async () => {
      const { id: userId } = await getUserByName(test.operator, 'priya.raman');
      const key = await newKeyOf(test, 'priya.raman');
      const { cookie } = await newSession(test, 'priya.raman');
      const reached = async () => [
        (await ask('GET /me', undefined, key)).status,
        (await askWith(test, 'GET /me', cookie)).status,
        (await signIn(test, 'priya.raman')).status,
      ];
      expect(await reached()).toEqual([200, 200, 201]);
      expect((await ask(`PATCH /users/${userId}`, { isActive: false })).body).toMatchObject({ isActive: false });
      expect(await reached()).toEqual([401, 401, 401]);
      await expectRefused(() => ask(`POST /users/${userId}/password-link`), { errors: [{ field: 'username' }] });
      await ask(`PATCH /users/${userId}`, { isActive: true });
      // Sessions were ended; keys work until they are revoked.
      expect(await reached()).toEqual([200, 401, 201]);
    });

    it('cannot be the last one to go', async () => {
      const last = { status: 409, code: 'LAST_ADMINISTRATOR' };
      await expectRefused(() => ask(`PATCH /users/${ADMIN_ID}`, { role: 'member' }), last);
      await expectRefused(() => ask(`PATCH /users/${ADMIN_ID}`, { displayName: 'Gone', isActive: false }), last);
      await expect(setRole(test.operator, { username: 'admin', role: 'member' })).rejects.toMatchObject({
        code: 'LAST_ADMINISTRATOR',
      });
      expect((await ask(`PATCH /users/${ADMIN_ID}`, { role: 'administrator', isActive: true })).status).toBe(200);
    });

    it('cannot all go at the same time', async () => {
      for (let round = 0; round < 5; round += 1) {
        await setRole(test.operator, { username: 'sara.lindqvist', role: 'administrator' });
        const answers = await Promise.all([
          ask(`PATCH /users/${ADMIN_ID}`, round % 2 === 0 ? { role: 'member' } : { isActive: false }, sara),
          ask(`PATCH /users/${SARA_ID}`, { role: 'member' }),
        ]);
        expect(answers.map(({ status }) => status)).toContain(200);
        const left = await test.rows("select id from users where role = 'administrator' and active order by id");
        expect(left.length).toBe(1);
        const { operator } = test;
        await setRole(operator, { username: 'admin', role: 'administrator' });
        await call(test, `PATCH /users/${ADMIN_ID}`, { key: sara, body: { isActive: true } });
        await setRole(operator, { username: 'sara.lindqvist', role: 'member' });
      }
    });
  });

  it('others may not, and neither may a narrowed key of an administrator', async () => {
    const narrowed = await narrowedKeyOf('admin');
    for (const [key, why] of [
      [sara, 'only administrators may.'],
      [narrowed, 'this API key is narrowed.'],
    ] as const) {
      for (const [operation, body, what] of [
        ['POST /users', { username: 'somebody' }, 'create users'],
        [`PATCH /users/${ADMIN_ID}`, { displayName: 'Somebody' }, 'change users'],
        [`PATCH /users/${SARA_ID}`, { role: 'administrator' }, 'change users'],
        [`PATCH /users/${SARA_ID}`, { isActive: false }, 'change users'],
        [`POST /users/${ADMIN_ID}/password-link`, undefined, 'issue links to set passwords'],
      ] as const) {
        await expectRefused(() => ask(operation, body, key), {
          status: 403,
          code: 'RIGHT_MISSING',
          detail: `You may not ${what}: ${why}`,
        });
      }
    }
  });

  describe('whoever asks', () => {
    it('changes their own names and time zone, but not the role', async () => {
      const changes = { displayName: 'Sara', firstName: 'S.', timeZone: 'America/New_York' };
      const { status, body } = await ask('PATCH /me', changes, sara);
      expect([status, body]).toEqual([200, expect.objectContaining({ ...changes, id: SARA_ID, role: 'member' })]);
      expect(await lastEvents(1)).toEqual(['user.updated']);
      await expectRefused(() => ask('PATCH /me', { role: 'administrator' }, sara), { errors: [{ field: 'role' }] });
      await expectRefused(() => ask('PATCH /me', { displayName: '' }, sara), { errors: [{ field: 'displayName' }] });
      const narrowed = await narrowedKeyOf('admin');
      await expectRefused(() => ask('PATCH /me', changes, narrowed), {
        status: 403,
        detail: expect.stringMatching(/narrowed\.$/u),
      });
    });

    it('changes their password with the old one, which signs them out everywhere else', async () => {
      const here = await newSession(test, 'omar.haddad');
      const there = await newSession(test, 'omar.haddad');
      const key = await newKeyOf(test, 'omar.haddad');
      const change = (body: object) => askWith(test, 'POST /me/password', here.cookie, ownPage, body);
      const wrong = { oldPassword: 'wrong wrong wrong', newPassword: NEW_PASSWORD };
      await expectRefused(() => change(wrong), { status: 400, errors: [{ field: 'oldPassword' }] });
      const short = { oldPassword: SANDBOX_PASSWORD, newPassword: 'short' };
      await expectRefused(() => change(short), { status: 400, errors: [{ field: 'newPassword' }] });
      const right = { oldPassword: SANDBOX_PASSWORD, newPassword: NEW_PASSWORD };
      expect((await change(right)).status).toBe(204);
      const statuses = [
        (await askWith(test, 'GET /me', here.cookie)).status,
        (await askWith(test, 'GET /me', there.cookie)).status,
        (await ask('GET /me', undefined, key)).status,
        (await signIn(test, 'omar.haddad')).status,
        (await signIn(test, 'omar.haddad', NEW_PASSWORD)).status,
      ];
      expect(statuses).toEqual([200, 401, 200, 401, 201]);
    });

    it('does not change the password with a narrowed key, in a dry run, or by guessing on', async () => {
      const user = 'diego.fuentes';
      const right = { oldPassword: SANDBOX_PASSWORD, newPassword: NEW_PASSWORD };
      const narrowed = await narrowedKeyOf(user);
      await expectRefused(() => ask('POST /me/password', right, narrowed), { status: 403, code: 'RIGHT_MISSING' });
      const key = await newKeyOf(test, user);
      const dryRun = { key, body: right, headers: { prefer: 'dry-run' } };
      await expectRefused(() => call(test, 'POST /me/password', dryRun), { errors: [{ field: 'Prefer' }] });
      const guess = () => ask('POST /me/password', { oldPassword: 'guess', newPassword: NEW_PASSWORD }, key);
      const statuses: number[] = [];
      for (let attempt = 0; attempt < 12; attempt += 1) statuses.push((await guess()).status);
      expect([statuses[0], statuses.at(-1)]).toEqual([400, 429]);
    });
  });
});
