import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../test/support/api.ts';
import { newKeyOf } from '../../../test/support/cases.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';

type Tags = readonly { readonly name: string; readonly caseCount: number }[];

describe.each(dialects)('the tags of a space in the new API on %s', (dialect) => {
  let test: TestApp;
  let spaceId: number;
  let projectId: number;

  beforeAll(async () => {
    test = await startTestApp(dialect);
    spaceId = (await call(test, 'POST /spaces', { body: { name: 'Depot', visibility: 'private' } })).body.id;
    projectId = (await call(test, `POST /spaces/${spaceId}/projects`, { body: { title: 'Shelves' } })).body.id;
  });

  afterAll(() => test.close());

  const newCase = async (...tags: string[]): Promise<number> =>
    (await call(test, 'POST /cases', { body: { title: 'Tagged', spaceId, projectId, tags } })).body.id;
  const listed = async (query = ''): Promise<Tags> =>
    (await call(test, `GET /spaces/${spaceId}/tags${query}`)).body.items;

  it('are listed in alphabetical order with the number of cases, page by page', async () => {
    const expected = await test.rows(`select name, count(*) as count from case_tags
      join cases on cases.id = case_id where cases.space_id = 1 group by name order by name`);
    const found: { name: string; caseCount: number }[] = [];
    let cursor = '';
    for (let next: string | null = ''; next !== null; cursor = `&cursor=${next}`) {
      const { body } = await call(test, `GET /spaces/1/tags?limit=7${cursor}`);
      expect(body.items.length).toBeLessThanOrEqual(7);
      found.push(...body.items);
      next = body.next;
    }
    const sorted = found.toSorted((one, other) => (one.name < other.name ? -1 : 1));
    expect(found).toEqual(sorted);
    const counted = expected.map(({ name, count }) => ({ name, caseCount: Number(count) }));
    expect(found).toEqual(counted.toSorted((one, other) => (String(one.name) < String(other.name) ? -1 : 1)));
  });

  it('count together in all spellings, under the one that most cases have', async () => {
    await newCase('Ärger', 'printer');
    await newCase('Printer');
    await newCase('printer', 'prime');
    expect(await listed()).toEqual([
      { name: 'Ärger', caseCount: 1 },
      { name: 'prime', caseCount: 1 },
      { name: 'printer', caseCount: 3 },
    ]);
    expect((await listed('?q=PRIN')).map(({ name }) => name)).toEqual(['printer']);
    expect((await listed('?q=arg')).map(({ name }) => name)).toEqual(['Ärger']);
    expect(await listed('?q=%25')).toEqual([]);
  });

  it('follow their cases: changed tags, the bin and back, another space', async () => {
    const caseId = await newCase('wanderer');
    const count = async (): Promise<number> => (await listed('?q=wanderer'))[0]?.caseCount ?? 0;
    expect(await count()).toBe(1);
    await call(test, `DELETE /cases/${caseId}`);
    expect(await count()).toBe(0);
    expect((await call(test, `POST /cases/${caseId}/restore`)).status).toBe(200);
    expect(await count()).toBe(1);
    const moved = await call(test, `PATCH /cases/${caseId}`, { body: { spaceId: 2, projectId: 3 } });
    expect([moved.status, await count()]).toEqual([200, 0]);
    expect((await call(test, 'GET /spaces/2/tags?q=wanderer')).body.items).toHaveLength(1);
    await call(test, `PATCH /cases/${caseId}`, { body: { tags: [] } });
    expect((await call(test, 'GET /spaces/2/tags?q=wanderer')).body.items).toEqual([]);
  });

  it('do not exist for whoever cannot see the space, and wrong parameters are named', async () => {
    const sara = await newKeyOf(test, 'sara.lindqvist');
    const hidden = await call(test, 'GET /spaces/2/tags', { key: sara });
    expect([hidden.status, hidden.body.code]).toEqual([404, 'SPACE_NOT_FOUND']);
    for (const [query, field] of [
      ['cursor=x', 'cursor'],
      [`q=${'a'.repeat(101)}`, 'q'],
      ['limit=0', 'limit'],
    ]) {
      const { status, body } = await call(test, `GET /spaces/1/tags?${query}`);
      expect([status, body.errors[0].field]).toEqual([400, field]);
    }
  });
});
