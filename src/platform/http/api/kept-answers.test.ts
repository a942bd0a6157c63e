import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { call } from '../../../../test/support/api.ts';
import { askWith, newSession, ownPage } from '../../../../test/support/browser.ts';
import { newKeyOf } from '../../../../test/support/cases.ts';
import { createManyCases } from '../../../../test/support/many-cases.ts';
import { dialects, startTestApp, type TestApp } from '../../../../test/support/test-app.ts';
import { answerSeal } from './answer-seal.ts';

describe.each(dialects)('answers that are kept for repeats, on %s', (dialect) => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp(dialect);
  });

  afterAll(() => test.close());

  const tell = (operation: string, body: object | undefined, idempotencyKey: string, key?: string) =>
    call(test, operation, {
      headers: { 'idempotency-key': idempotencyKey },
      ...(body === undefined ? {} : { body }),
      ...(key === undefined ? {} : { key }),
    });
  const everything = async (): Promise<string> =>
    JSON.stringify([
      await test.rows('select * from idempotency_keys order by key'),
      await test.rows('select * from events order by id'),
      await test.rows('select id, key_hash, name, revoked_at from api_keys order by id'),
      await test.rows('select * from password_links'),
    ]);

  it.each([
    ['a new API key', 'POST /keys', { name: 'Script' }, (body: { key: string }) => body.key],
    [
      'a link to set a password',
      'POST /users/3/password-link',
      undefined,
      (body: { url: string }) => body.url.split('/').at(-1),
    ],
    [
      'the secret of a webhook',
      'POST /webhooks',
      { url: 'https://receiver.example/hook', types: ['case.*'] },
      (body: { secret: string }) => body.secret,
    ],
  ])('tell %s again, and the database does not', async (name, operation, body, secretOf) => {
    const first = await tell(operation, body, name.replaceAll(' ', '-'));
    expect(first.status).toBeLessThan(300);
    const secret = String(secretOf(first.body));
    expect(secret.length).toBeGreaterThan(20);
    const before = await everything();
    expect(before).not.toContain(secret);
    const again = await tell(operation, body, name.replaceAll(' ', '-'));
    expect([again.status, again.body, again.headers['idempotency-replayed']]).toEqual([
      first.status,
      first.body,
      'true',
    ]);
    expect(await everything()).toBe(before);
  });

  it('are only for the key that was told them: with another one of the same user nothing is told, and nothing done', async () => {
    const [one, other] = [await newKeyOf(test, 'jonas.weber'), await newKeyOf(test, 'jonas.weber')];
    const first = await tell('POST /keys', { name: 'Once' }, 'shared', one);
    const before = await everything();
    const stranger = await tell('POST /keys', { name: 'Once' }, 'shared', other);
    expect([first.status, stranger.status, stranger.body.code]).toEqual([201, 422, 'IDEMPOTENCY_KEY_REUSED']);
    expect(await everything()).toBe(before);
    const ofOthers = await tell('POST /keys', { name: 'Once' }, 'shared', await newKeyOf(test, 'sara.lindqvist'));
    expect(ofOthers.status).toBe(201);
  });

  it('are told to the same session again', async () => {
    const { cookie } = await newSession(test, 'jonas.weber');
    const headers = { ...ownPage, 'idempotency-key': 'from-a-browser' };
    const ask = () => askWith(test, 'POST /keys', cookie, headers, { name: 'Browser' });
    const first = await ask();
    const second = await ask();
    expect([first.status, second.status, second.body]).toEqual([201, 201, first.body]);
  });
});

describe.each(dialects)('answers to what many transactions carry out, on %s', (dialect) => {
  let test: TestApp;
  let spaceId: number;
  let projectId: number;

  beforeAll(async () => {
    test = await startTestApp(dialect);
    ({ spaceId, projectId } = (await call(test, 'GET /cases/2304')).body);
  });

  afterAll(() => test.close());

  const tag = async (...tags: string[]) => {
    expect((await call(test, 'POST /cases', { body: { title: 'Tagged', spaceId, projectId, tags } })).status).toBe(201);
  };
  const rename = (name: string, key: string, tagName = 'stable') =>
    call(test, `POST /spaces/${spaceId}/tags/rename`, {
      body: { tag: tagName, name },
      headers: { 'idempotency-key': key },
    });
  const renamings = async () =>
    (await test.rows(`select payload from events where type = 'tag.renamed' order by id`)).length;

  it('are waited for by a request with the same key, which is told when to come back, and the work is done once', async () => {
    const before = await renamings();
    // So many that it takes several transactions.
    await createManyCases(test.operator, 201);
    const twice = () => rename('solid', 'twice', 'before');
    const [one, other] = await Promise.all([twice(), twice()]);
    const [first, second] = one.status === 200 ? [one, other] : [other, one];
    expect([first.status, first.body]).toEqual([200, { changedCaseCount: 201 }]);
    expect([second.status, second.body.code, second.headers['retry-after']]).toEqual([409, 'REQUEST_UNDER_WAY', '1']);
    const again = await twice();
    expect([again.status, again.body, again.headers['idempotency-replayed']]).toEqual([200, first.body, 'true']);
    expect((await renamings()) - before).toBe(1);
  });

  it('are not kept of a refusal: the key is free at once', async () => {
    const refused = await rename('solid', 'free');
    expect([refused.status, refused.body.code]).toEqual([404, 'TAG_NOT_FOUND']);
    await tag('stable');
    expect((await rename('solid', 'free')).status).toBe(200);
    expect((await rename('other', 'free')).body.code).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('are worked on again when the first request was cut off and has not been heard of for a while', async () => {
    await tag('stable');
    expect((await rename('solid', 'cut')).status).toBe(200);
    const heardOf = (msAgo: number) =>
      test.platform.database.transaction(({ run }) =>
        run(
          `update idempotency_keys set answer = 'leased by a process', created_at = ${Date.now() - msAgo} where key = 'cut'`,
          [],
        ),
      );
    await heardOf(1_000);
    await tag('stable');
    expect((await rename('solid', 'cut')).body.code).toBe('REQUEST_UNDER_WAY');
    await heardOf(60_000);
    expect((await rename('other', 'cut')).body.code).toBe('IDEMPOTENCY_KEY_REUSED');
    expect((await rename('solid', 'cut')).body).toEqual({ changedCaseCount: 1 });
  });
});

describe.each(dialects)('a write without an idempotency key, on %s', (dialect) => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp(dialect);
    // That the key was used is noted once in a while, in a transaction of its own.
    await call(test, 'GET /me');
  });

  afterAll(() => test.close());

  it.each([
    ['changes and comment of a case', 'PATCH /cases/2304', { title: 'New', tags: ['a'], comment: { text: 'Why.' } }],
    [
      'changes of many cases',
      'POST /cases/bulk',
      { mode: 'per-case', selection: { ids: [2304, 2305] }, changes: { title: 'Same' } },
    ],
    ['a status with its properties', 'POST /spaces/1/statuses', { name: 'Parked', isClosed: true, position: 1 }],
    ['name, place and meaning of a status', 'PATCH /statuses/1', { name: 'First', position: 2, isClosed: true }],
    ['name and role of a user', 'PATCH /users/3', { displayName: 'Jo', role: 'administrator' }],
    ['name and visibility of a space', 'PATCH /spaces/2', { name: 'Two', visibility: 'public' }],
    ['a webhook', 'POST /webhooks', { url: 'https://receiver.example/hook', types: ['*'] }],
  ])('is one transaction as with one: %s', async (_what, operation, body) => {
    const { database } = test.platform;
    const writing = vi.spyOn(database, 'transaction');
    const before = await test.rows('select max(id) as id from events');
    const answer = await call(test, operation, { body });
    const count = writing.mock.calls.length;
    writing.mockRestore();
    expect([answer.status < 300, count], JSON.stringify(answer.body)).toEqual([true, 1]);
    expect(await test.rows('select max(id) as id from events')).not.toEqual(before);
  });
});

describe('a seal', () => {
  const own = answerSeal({ credential: 'a key', key: 'a name' });

  it('is opened by whoever closed it, and looks different each time', () => {
    const text = '{"body":"Grüße"}';
    expect(own.open(own.seal(text))).toBe(text);
    expect(own.seal(text)).not.toBe(own.seal(text));
    expect(own.fingerprintOf(text)).toBe(own.fingerprintOf(text));
  });

  it.each([
    ['another credential', answerSeal({ credential: 'another key', key: 'a name' })],
    ['another idempotency key', answerSeal({ credential: 'a key', key: 'another name' })],
  ])('is not opened with %s, nor when it was changed', (_name, other) => {
    const sealed = own.seal('{}');
    expect(() => other.open(sealed)).toThrow();
    expect(other.fingerprintOf('{}')).not.toBe(own.fingerprintOf('{}'));
    const changed = `${sealed.slice(0, -4)}${sealed.endsWith('AAA=') ? 'BBB=' : 'AAA='}`;
    expect(() => own.open(changed)).toThrow();
  });
});
