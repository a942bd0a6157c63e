import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../test/support/api.ts';
import { newSession } from '../../../test/support/browser.ts';
import { newKeyOf } from '../../../test/support/cases.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';

const JONAS_ID = 3;

interface Listed {
  readonly id: number;
  readonly name: string;
  readonly owner: { readonly id: number; readonly username: string };
}

describe.each(dialects)('The API keys of everybody on %s', (dialect) => {
  let test: TestApp;
  let jonas: string;
  let sara: string;

  beforeAll(async () => {
    test = await startTestApp(dialect);
    jonas = await newKeyOf(test, 'jonas.weber');
    sara = await newKeyOf(test, 'sara.lindqvist');
  });

  afterAll(() => test.close());

  const list = async (query = ''): Promise<Listed[]> => (await call(test, `GET /workspace/keys${query}`)).body.items;

  it('are listed with whose they are, the newest first; sessions are none of them', async () => {
    await call(test, 'POST /keys', { key: jonas, body: { name: 'Nightly import', rights: [] } });
    await newSession(test, 'jonas.weber');
    const keys = await list();
    expect(keys[0]).toMatchObject({
      name: 'Nightly import',
      userId: JONAS_ID,
      rights: [],
      state: 'active',
      owner: { id: JONAS_ID, username: 'jonas.weber', displayName: 'Jonas Weber', avatarUrl: null, isActive: true },
    });
    expect(keys.map(({ owner }) => owner.username)).toEqual(
      expect.arrayContaining(['jonas.weber', 'sara.lindqvist', 'admin']),
    );
    expect(keys.map(({ name }) => name)).not.toContain('Session of a browser');
    expect(keys.map(({ id }) => id)).toEqual(keys.map(({ id }) => id).toSorted((one, other) => other - one));
  });

  it('are read page by page, of one owner, and in one state', async () => {
    const whole = await list('?state=all');
    const paged: Listed[] = [];
    let cursor = '';
    while (cursor !== '&cursor=null') {
      const { body } = await call(test, `GET /workspace/keys?state=all&limit=1${cursor}`);
      paged.push(...body.items);
      cursor = `&cursor=${body.next}`;
    }
    expect(paged).toEqual(whole);
    const ofJonas = await list(`?userId=${JONAS_ID}`);
    expect(ofJonas.map(({ owner }) => owner.id)).toEqual(ofJonas.map(() => JONAS_ID));
    expect((await call(test, `DELETE /keys/${ofJonas[0]?.id}`)).status).toBe(204);
    expect(await list(`?userId=${JONAS_ID}`)).toHaveLength(ofJonas.length - 1);
    expect((await list('?state=revoked')).map(({ id }) => id)).toEqual([ofJonas[0]?.id]);
  });

  it('are for administrators alone, and a wrong parameter is named', async () => {
    const refused = await call(test, 'GET /workspace/keys', { key: sara });
    expect([refused.status, refused.body.code]).toEqual([403, 'RIGHT_MISSING']);
    for (const [query, field] of [
      ['?userId=all', 'userId'],
      ['?state=lost', 'state'],
      ['?cursor=elsewhere', 'cursor'],
    ]) {
      const { status, body } = await call(test, `GET /workspace/keys${query}`);
      expect([status, body.errors[0].field]).toEqual([400, field]);
    }
  });
});
