import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call } from '../../../../test/support/api.ts';
import { newKeyOf } from '../../../../test/support/cases.ts';
import { dialects, startTestApp, type TestApp } from '../../../../test/support/test-app.ts';
import { restoreCase } from '../bin/restore-case.ts';

/** Two statements of one transaction are not further apart, in milliseconds. */
const CLOSE_MS = 200;

const patch = async (test: TestApp, body: object, key?: string) => {
  const answer = await call(test, 'PATCH /cases/2304', { body, ...(key === undefined ? {} : { key }) });
  expect(answer.status).toBe(200);
  return answer.body;
};

/** All pages of a list, in one. */
const all = async (test: TestApp, path: string, limit: number) => {
  const items = [];
  for (let next: string | null = ''; next !== null; ) {
    const { status, body } = await call(test, `GET ${path}?limit=${limit}${next && `&cursor=${next}`}`);
    expect(status).toBe(200);
    items.push(...body.items);
    next = body.next;
  }
  return items;
};

describe.each(dialects)('history in the new API on %s', (dialect) => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp(dialect);
  });

  beforeEach(() => test.reset());

  afterAll(() => test.close());

  it('of a case has one item for each change, newest first, down to its creation', async () => {
    const before = (await call(test, 'GET /cases/2304')).body;
    await patch(test, { title: 'One', tags: ['a'] });
    const { revision } = await patch(test, { title: 'Two' });
    const { body } = await call(test, 'GET /cases/2304/history?limit=2');
    expect(body.items).toEqual([
      expect.objectContaining({
        ...{ caseId: 2304, revision, door: 'v1', actorId: 1, actor: expect.objectContaining({ id: 1 }) },
        ...{ keyId: expect.any(Number), bulkId: null, reverts: null, at: expect.stringMatching(/Z$/u) },
        entries: [{ id: expect.any(Number), property: 'title', oldValue: 'One', newValue: 'Two' }],
      }),
      expect.objectContaining({ revision: revision - 1 }),
    ]);
    expect(body.items[1].entries.map(({ property }: { property: string }) => property)).toEqual(['title', 'tags']);
    const items = await all(test, '/cases/2304/history', 1);
    expect(items.map((item) => item.revision)).toEqual(Array.from({ length: revision }, (_, n) => revision - n));
    expect(items.at(-1).entries).toHaveLength(13);
    expect(items.at(-1).entries[0]).toMatchObject({ property: 'title', oldValue: null });
    expect(before.revision).toBe(revision - 2);
  });

  it('has fewer changes on a page when their texts are long', async () => {
    const long = (letter: string) => ({ description: `<p>${letter.repeat(900_000)}</p>` });
    for (const letter of ['a', 'b', 'c', 'd']) await patch(test, long(letter));
    const { body } = await call(test, 'GET /cases/2304/history?limit=4');
    expect([body.items.length, body.next === null]).toEqual([2, false]);
    const items = await all(test, '/cases/2304/history', 4);
    expect(items.map(({ revision }) => revision)).toEqual([...items.keys()].map((n) => items.length - n));
  });

  it('of a case in the bin, or of none, does not exist', async () => {
    await call(test, 'DELETE /cases/2304');
    for (const path of ['/cases/2304/history', '/cases/2304/at?revision=1', '/cases/99999999/history']) {
      expect((await call(test, `GET ${path}`)).body.code).toBe('CASE_NOT_FOUND');
    }
    for (const [path, field] of [
      ['history?cursor=x', 'cursor'],
      ['history?limit=0', 'limit'],
      ['history?sort=up', 'sort'],
    ]) {
      const { status, body } = await call(test, `GET /cases/2304/${path}`);
      expect([status, body.errors[0].field]).toEqual([400, field]);
    }
  });

  it('tells at every revision what the case was then', async () => {
    const states = [(await call(test, 'GET /cases/2304')).body];
    const member = (await call(test, 'GET /cases/2304?fields=reporterId')).body.reporterId;
    const changes = [
      { title: 'One', tags: ['x', 'y'], comment: { text: '<p>Why</p>' } },
      { assigneeId: null, recipientIds: [member] },
      { description: '<p>Other</p>', sectionId: null, milestoneId: null },
      { title: 'Two', tags: [], comment: { text: '<p>Quiet</p>', isInternal: true } },
      { title: 'One' },
    ];
    for (const change of changes) {
      // Instants have milliseconds: a comment and the next change must not share one.
      await new Promise((resolve) => setTimeout(resolve, 3));
      states.push(await patch(test, change));
    }
    for (const state of states) {
      const { status, body } = await call(test, `GET /cases/2304/at?revision=${state.revision}`);
      const { updatedAt, ...was } = state;
      expect([status, body]).toEqual([200, { ...was, deletedAt: null, updatedAt: expect.any(String) }]);
      // A comment and the date of its case are written one after the other.
      expect(Math.abs(Date.parse(body.updatedAt) - Date.parse(updatedAt))).toBeLessThan(CLOSE_MS);
      const then = await call(test, `GET /cases/2304/at?time=${state.updatedAt}`);
      expect(then.body).toMatchObject({ title: state.title, revision: state.revision, tags: state.tags });
    }
  });

  it('tells that the case was in the bin', async () => {
    const { revision } = (await call(test, 'GET /cases/2304')).body;
    await call(test, 'DELETE /cases/2304');
    await restoreCase(test.operator, { caseId: 2304 });
    const inBin = await call(test, `GET /cases/2304/at?revision=${revision + 1}`);
    expect(inBin.body.deletedAt).toEqual(expect.stringMatching(/Z$/u));
    const { body } = await call(test, 'GET /cases/2304/history?limit=2');
    expect(body.items.map((item: { entries: unknown }) => item.entries)).toEqual([
      [expect.objectContaining({ property: 'deletedAt', oldValue: inBin.body.deletedAt, newValue: null })],
      [expect.objectContaining({ property: 'deletedAt', oldValue: null, newValue: inBin.body.deletedAt })],
    ]);
    expect(body.items[0]).toMatchObject({ actorId: null, actor: null, keyId: null });
  });

  it('knows no moments that never were', async () => {
    const moments = [
      ['', 'revision'],
      ['?revision=1&time=2030-01-01T00:00:00Z', 'revision'],
      ['?revision=9999', 'revision'],
      ['?revision=0', 'revision'],
      ['?time=2001-01-01T00:00:00Z', 'time'],
      ['?time=yesterday', 'time'],
      ['?time=2016-12-31T23:59:60Z', 'time'],
    ];
    for (const [query, field] of moments) {
      const { status, body } = await call(test, `GET /cases/2304/at${query}`);
      expect([query, status, body.errors?.[0]?.field]).toEqual([query, 400, field]);
    }
  });

  it('of a person and of a key has their changes of the cases that one sees', async () => {
    const key = await newKeyOf(test, 'jonas.weber');
    const { id: userId } = (await call(test, 'GET /me', { key })).body;
    const own = (await call(test, `GET /users/${userId}/history`, { key })).body.items.length;
    const { spaceId, projectId } = (await call(test, 'GET /cases/2304')).body;
    const created = await call(test, 'POST /cases', { key, body: { title: 'Mine', spaceId, projectId } });
    expect(created.status).toBe(201);
    const path = `/cases/${created.body.id}`;
    await call(test, `PATCH ${path}`, { key, body: { title: 'Still mine', tags: ['t'] } });
    const byPerson = await all(test, `/users/${userId}/history`, 1);
    expect(byPerson.length).toBe(own + 2);
    expect(byPerson.slice(0, 2)).toMatchObject([
      { caseId: created.body.id, revision: 2, entries: [{ property: 'title' }, { property: 'tags' }] },
      { caseId: created.body.id, revision: 1 },
    ]);
    const keyId = byPerson[0].keyId;
    expect(await all(test, `/keys/${keyId}/history`, 1)).toEqual(byPerson.slice(0, 2));
    expect((await call(test, `GET /keys/${keyId}/history`, { key })).body.items).toHaveLength(2);
    await call(test, `DELETE ${path}`);
    expect((await all(test, `/keys/${keyId}/history`, 1)).length).toBe(0);
  });

  it('of a key is for its user and administrators', async () => {
    const key = await newKeyOf(test, 'priya.raman');
    for (const path of ['/keys/1/history', '/keys/99999/history', '/users/99999/history']) {
      const { status, body } = await call(test, `GET ${path}`, { key });
      expect([status, body.code]).toEqual([404, path.startsWith('/keys') ? 'KEY_NOT_FOUND' : 'USER_NOT_FOUND']);
    }
  });
});
