import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../test/support/api.ts';
import { askWith, newSession, ownPage } from '../../../test/support/browser.ts';
import { expiredKeyOf, newKeyOf } from '../../../test/support/cases.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import type { Right } from '../../kernel/permissions.ts';
import { getUserByName } from '../users/find-user.ts';
import { createKey } from './create-key.ts';

const JONAS = 'jonas.weber';
const JONAS_ID = 3;
const NO_SUCH_ID = 987_654_321;
const inDays = (days: number): string => new Date(Date.now() + days * 24 * 60 * 60 * 1_000).toISOString();

describe.each(dialects)('API keys in the new API on %s', (dialect) => {
  let test: TestApp;
  let jonas: string;
  let sara: string;

  beforeAll(async () => {
    test = await startTestApp(dialect);
    jonas = await newKeyOf(test, JONAS);
    sara = await newKeyOf(test, 'sara.lindqvist');
  });

  afterAll(() => test.close());

  const ask = (operation: string, key?: string, body?: unknown, headers?: Readonly<Record<string, string>>) =>
    call(test, operation, {
      ...(key === undefined ? {} : { key }),
      ...(body === undefined ? {} : { body }),
      ...(headers === undefined ? {} : { headers }),
    });
  const issue = (body: object, by = jonas) => ask('POST /keys', by, { name: 'Script', ...body });
  const narrowedKey = async (narrowing: { rights?: Right[]; spaceIds?: number[]; expiresAt?: number }) =>
    createKey(test.operator, { user: await getUserByName(test.operator, JONAS), name: 'Narrow', ...narrowing });
  const statusWith = async (key: string): Promise<number> => (await ask('GET /me', key)).status;
  const everything = async (): Promise<unknown> => [
    await test.rows('select id, name, expires_at, revoked_at from api_keys order by id'),
    await test.rows('select count(*) from events'),
  ];
  const expectRefused = async (work: () => ReturnType<typeof ask>, expected: object): Promise<void> => {
    const before = await everything();
    const { status, body } = await work();
    expect({ status, ...body }).toMatchObject(expected);
    expect(await everything()).toEqual(before);
  };

  it('are told once, when they are issued, and work from then on', async () => {
    const answer = await issue({ name: ' Nightly <b>script</b>\n' });
    expect([answer.status, answer.headers['location']]).toEqual([201, `/api/v1/keys/${answer.body.id}`]);
    const { key, ...shown } = answer.body;
    const ofJonas = await ask('GET /me', jonas);
    expect(shown).toEqual({
      id: expect.any(Number),
      userId: JONAS_ID,
      name: 'Nightly script',
      origin: 'issued',
      state: 'active',
      isCurrent: false,
      spaceIds: null,
      rights: null,
      createdAt: expect.any(String),
      expiresAt: null,
      revokedAt: null,
      lastUsedAt: null,
      madeWithKeyId: ofJonas.body.key.id,
    });
    expect((await ask(`GET /keys/${shown.id}`, jonas)).body).toEqual(shown);
    expect(await ask(`GET /keys/${shown.id}`, key)).toMatchObject({ status: 200, body: { isCurrent: true } });
    expect(JSON.stringify([await ask('GET /keys', jonas), await test.rows('select * from events')])).not.toContain(key);
  });

  it('can be narrowed to spaces and rights, and end by themselves', async () => {
    const narrowing = { spaceIds: [1], rights: ['Update'], expiresAt: inDays(1) };
    const { body } = await issue(narrowing);
    expect(body).toMatchObject(narrowing);
    expect((await ask('GET /me', body.key)).body).toMatchObject({ key: narrowing, rights: ['Update'] });
    const readsOnly = (await issue({ rights: [] })).body.key;
    expect((await ask('PATCH /cases/2304', readsOnly, { title: 'No' })).status).toBe(403);
    expect(await statusWith(await expiredKeyOf(test, JONAS))).toBe(401);
  });

  it.each([
    ['a blank name', { name: ' ' }, 'name'],
    ['a name that is too long', { name: 'x'.repeat(201) }, 'name'],
    ['no name', { name: undefined }, 'name'],
    ['a time that is over', { expiresAt: inDays(-1) }, 'expiresAt'],
    ['a time that is none', { expiresAt: 'tomorrow' }, 'expiresAt'],
    ['a right that is none', { rights: ['Everything'] }, 'rights.0'],
    ['a space that is not in sight', { spaceIds: [NO_SUCH_ID] }, 'spaceIds'],
    ['a property that is none', { scope: 'all' }, 'scope'],
  ])('with %s are refused, and the field is named', async (_name, body, field) => {
    await expectRefused(() => issue(body), {
      status: 400,
      errors: expect.arrayContaining([expect.objectContaining({ field })]),
    });
  });

  it('are not issued with a narrowed key, which says why; it reads and ends nothing but itself', async () => {
    const { id: otherId } = (await issue({})).body;
    const narrowed = await narrowedKey({ rights: ['Update'] });
    const ownId = (await ask('GET /me', narrowed)).body.key.id;
    const why = { status: 403, code: 'RIGHT_MISSING', detail: expect.stringMatching(/: this API key is narrowed\.$/u) };
    await expectRefused(() => issue({}, narrowed), why);
    await expectRefused(() => issue({ rights: ['Update'] }, narrowed), why);
    await expectRefused(() => ask('GET /keys', narrowed), why);
    await expectRefused(() => ask(`PATCH /keys/${ownId}`, narrowed, { name: 'Mine' }), why);
    await expectRefused(() => ask(`DELETE /keys/${otherId}`, narrowed), { status: 404, code: 'KEY_NOT_FOUND' });
    await expectRefused(() => ask(`GET /keys/${otherId}`, narrowed), { status: 404 });
    expect((await ask(`GET /keys/${ownId}`, narrowed)).body).toMatchObject({ id: ownId, rights: ['Update'] });
    expect((await ask(`DELETE /keys/${ownId}`, narrowed)).status).toBe(204);
    expect(await statusWith(narrowed)).toBe(401);
  });

  it('do not outlive the key that they are made with', async () => {
    const brief = await narrowedKey({ expiresAt: Date.now() + 60_000 });
    for (const expiresAt of [null, undefined, inDays(1)]) {
      await expectRefused(() => issue({ expiresAt }, brief), { status: 400, errors: [{ field: 'expiresAt' }] });
    }
    const made = await issue({ expiresAt: new Date(Date.now() + 30_000).toISOString() }, brief);
    expect([made.status, await statusWith(made.body.key)]).toEqual([201, 200]);
  });

  it('end with the key that they were made with, and no others', async () => {
    const first = (await issue({})).body;
    const second = (await issue({}, first.key)).body;
    const third = (await issue({}, second.key)).body;
    expect((await ask(`DELETE /keys/${second.id}`, jonas)).status).toBe(204);
    expect(await Promise.all([first, second, third].map(({ key }) => statusWith(key)))).toEqual([200, 401, 401]);
    expect((await ask(`GET /keys/${third.id}`, jonas)).body).toMatchObject({ state: 'revoked' });
    const events = await test.rows("select payload from events where type = 'key.revoked' order by id desc limit 2");
    expect(events.map(({ payload }) => JSON.parse(String(payload)).keyId)).toEqual([third.id, second.id]);
    expect((await ask(`DELETE /keys/${second.id}`, jonas)).status).toBe(204);
  });

  it('are managed in a browser, too, and those made there stand on their own; pages of other sites cannot', async () => {
    const { id, cookie } = await newSession(test, JONAS);
    const made = await askWith(test, 'POST /keys', cookie, ownPage, { name: 'From a browser' });
    expect([made.status, made.body.madeWithKeyId]).toEqual([201, null]);
    const foreign = { ...ownPage, origin: 'https://evil.example' };
    const forged = await askWith(test, 'POST /keys', cookie, foreign, { name: 'Forged' });
    expect([forged.status, forged.body.code]).toEqual([403, 'ORIGIN_FOREIGN']);
    await askWith(test, `DELETE /sessions/${id}`, cookie);
    expect(await statusWith(made.body.key)).toBe(200);
    expect((await ask(`GET /keys/${id}`, jonas)).status).toBe(404);
  });

  it('are listed page by page, the newest first, in the state that is asked for', async () => {
    const { id, key } = (await issue({ name: 'Ended' })).body;
    await ask(`DELETE /keys/${id}`, jonas);
    await expiredKeyOf(test, JONAS);
    const states = async (state: string): Promise<string[]> => {
      const { body } = await ask(`GET /keys?limit=200&state=${state}`, jonas);
      return [...new Set<string>(body.items.map((each: { state: string }) => each.state))].sort();
    };
    expect([await states('active'), await states('expired'), await states('revoked'), await states('all')]).toEqual([
      ['active'],
      ['expired'],
      ['revoked'],
      ['active', 'expired', 'revoked'],
    ]);
    const whole = (await ask('GET /keys?state=all&limit=200', jonas)).body.items;
    const paged: unknown[] = [];
    for (let cursor = ''; ; ) {
      const { body } = await ask(`GET /keys?state=all&limit=3${cursor}`, jonas);
      paged.push(...body.items);
      if (body.next === null) break;
      cursor = `&cursor=${body.next}`;
    }
    expect(paged).toEqual(whole);
    expect([await statusWith(key), whole.every((each: { userId: number }) => each.userId === JONAS_ID)]).toEqual([
      401,
      true,
    ]);
  });

  it('are renamed', async () => {
    const { id } = (await issue({})).body;
    expect((await ask(`PATCH /keys/${id}`, jonas, { name: 'Import' })).body).toMatchObject({ id, name: 'Import' });
    const events = async () => (await test.rows("select id from events where type = 'key.renamed'")).length;
    const before = await events();
    expect((await ask(`PATCH /keys/${id}`, jonas, { name: 'Import' })).status).toBe(200);
    expect(await events()).toBe(before);
    await expectRefused(() => ask(`PATCH /keys/${id}`, jonas, { name: '' }), {
      status: 400,
      errors: [{ field: 'name' }],
    });
    await expectRefused(() => ask(`PATCH /keys/${id}`, jonas, {}), { status: 400, errors: [{ field: 'name' }] });
  });

  it('of others are there for administrators only', async () => {
    const { id } = (await issue({})).body;
    for (const operation of [`GET /keys/${id}`, `DELETE /keys/${id}`, `GET /keys/${NO_SUCH_ID}`]) {
      await expectRefused(() => ask(operation, sara), { status: 404, code: 'KEY_NOT_FOUND' });
    }
    const name = { name: 'Hers' };
    await expectRefused(() => ask(`PATCH /keys/${id}`, sara, name), { status: 404, code: 'KEY_NOT_FOUND' });
    const missing = {
      status: 403,
      code: 'RIGHT_MISSING',
      detail: expect.stringMatching(/: only administrators may\.$/u),
    };
    await expectRefused(() => ask(`GET /users/${JONAS_ID}/keys`, sara), missing);
    await expectRefused(() => ask(`POST /users/${JONAS_ID}/keys`, sara, name), missing);
    await expectRefused(() => ask(`POST /users/${NO_SUCH_ID}/keys`, undefined, name), { code: 'USER_NOT_FOUND' });
    const made = await ask(`POST /users/${JONAS_ID}/keys`, undefined, { ...name, rights: [] });
    expect([made.status, (await ask('GET /me', made.body.key)).body.id]).toEqual([201, JONAS_ID]);
    const ofJonas = (await ask(`GET /users/${JONAS_ID}/keys`)).body.items;
    expect(ofJonas.map((each: { id: number }) => each.id)).toContain(id);
    expect((await ask(`DELETE /keys/${id}`)).status).toBe(204);
  });

  it('are 100 for one user at the most, also when they are asked for at once; ended ones do not count', async () => {
    const maker = await newKeyOf(test, 'omar.haddad');
    const issueAgain = () => issue({}, maker);
    for (let count = 1; count < 98; count += 1) await issueAgain();
    const last = await Promise.all(Array.from({ length: 5 }, issueAgain));
    expect(last.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409, 409]);
    await expectRefused(issueAgain, { status: 409, code: 'KEY_LIMIT_REACHED' });
    await ask(`DELETE /keys/${last.find(({ status }) => status === 201)?.body.id}`, maker);
    expect((await issueAgain()).status).toBe(201);
  });

  it('are only tried out in a dry run', async () => {
    await expectRefused(() => ask('POST /keys?dryRun=true', jonas, { name: 'Trial' }), { status: 201, name: 'Trial' });
  });
});
