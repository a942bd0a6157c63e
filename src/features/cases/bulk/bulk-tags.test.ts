import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call } from '../../../../test/support/api.ts';
import { traces } from '../../../../test/support/cases.ts';
import { dialects, startTestApp, type TestApp } from '../../../../test/support/test-app.ts';
import { performBulkChanges } from './perform-bulk-changes.ts';

/** So many cases that a change of them becomes a job; these are nobody's. */
const nobodys = Array.from({ length: 1_000 }, (_, n) => 5_000_000 + n);
const FULL = Array.from({ length: 50 }, (_, n) => `full-${n}`);

describe.each(dialects)('tags that bulk changes add and take away on %s', (dialect) => {
  let test: TestApp;
  let ids: [number, number, number];

  beforeAll(async () => {
    test = await startTestApp(dialect);
  });

  beforeEach(async () => {
    await test.reset();
    const rows = await test.rows('select id from cases where deleted_at is null order by id limit 3');
    ids = rows.map(({ id }) => Number(id)) as typeof ids;
    const before = [['One', 'two'], ['two', 'Größe'], FULL];
    for (const [index, tags] of before.entries()) await call(test, `PATCH /cases/${ids[index]}`, { body: { tags } });
  });

  afterAll(() => test.close());

  const change = (changes: object, { path = '/cases/bulk', mode = 'per-case', caseIds = ids as number[] } = {}) =>
    call(test, `POST ${path}`, { body: { selection: { ids: caseIds }, changes, mode } });
  const tags = async () => {
    const cases = await Promise.all(ids.map((id) => call(test, `GET /cases/${id}`)));
    return cases.map(({ body }) => body.tags);
  };

  it('leave the others of each case, are in its history, and are taken back', async () => {
    const { status, body } = await change({
      addTags: [' three ', 'ONE', 'Three'],
      removeTags: ['TWO', 'full-0', 'full-1'],
    });
    expect([status, body.changed]).toEqual([200, 3]);
    expect(await tags()).toEqual([
      ['One', 'three'],
      ['Größe', 'three', 'ONE'],
      [...FULL.slice(2), 'three', 'ONE'],
    ]);
    const { items } = (await call(test, `GET /cases/${ids[0]}/history?limit=1`)).body;
    expect(items[0]).toMatchObject({
      bulkId: body.id,
      entries: [{ property: 'tags', oldValue: ['One', 'two'], newValue: ['One', 'three'] }],
    });
    expect((await call(test, `POST /bulk/${body.id}/revert`)).body.changed).toBe(3);
    expect(await tags()).toEqual([['One', 'two'], ['two', 'Größe'], FULL]);
  });

  it('change nothing where it is so already, and go with other changes', async () => {
    const same = await change({ addTags: ['grosse', 'TWO'], removeTags: ['none'] }, { caseIds: [ids[0]] });
    expect(same.body.results).toMatchObject([{ outcome: 'changed' }]);
    const again = await change({ addTags: ['GROSSE', 'two'], removeTags: ['none'] }, { caseIds: [ids[0]] });
    expect(again.body.results).toMatchObject([{ outcome: 'unchanged' }]);
    await change({ removeTags: ['two'], title: 'With a title', comment: { text: 'So.' } }, { caseIds: [ids[1]] });
    const { body } = await call(test, `GET /cases/${ids[1]}`);
    expect(body).toMatchObject({ tags: ['Größe'], title: 'With a title', commentCount: 1 });
  });

  it('are refused for the case that would have too many, which leaves it as it was', async () => {
    const { body } = await change({ addTags: ['more'] });
    expect(body).toMatchObject({ changed: 2, refused: 1 });
    const refused = body.results.find(({ caseId }: { caseId: number }) => caseId === ids[2]);
    expect(refused.problem).toMatchObject({ code: 'FIELDS_INVALID', errors: [{ field: 'addTags' }] });
    expect((await tags())[2]).toEqual(FULL);
    expect((await change({ addTags: ['full-7'] }, { caseIds: [ids[2]] })).body.unchanged).toBe(1);
    expect((await change({ addTags: ['last'] }, { mode: 'all-or-nothing' })).body.code).toBe('BULK_REFUSED');
    expect((await tags())[0]).toEqual(['One', 'two', 'more']);
  });

  it('are refused with the name of the wrong field, and in a dry run leave nothing', async () => {
    const before = await traces(test);
    for (const [changes, field] of [
      [{ tags: ['a'], addTags: ['b'] }, 'addTags'],
      [{ tags: [], removeTags: ['b'] }, 'removeTags'],
      [{ addTags: ['a', 'b'], removeTags: ['B'] }, 'removeTags'],
      [{ addTags: ['a,b'] }, 'addTags'],
      [{ addTags: [' '] }, 'addTags'],
      [{ addTags: ['x'.repeat(101)] }, 'addTags'],
      [{ removeTags: ['a,b'] }, 'removeTags'],
      [{ addTags: [] }, 'changes.addTags'],
      [{ addTags: [...FULL, 'more'] }, 'changes.addTags'],
    ] as const) {
      const { status, body } = await change(changes);
      expect([changes, status, body.errors?.[0]?.field]).toEqual([changes, 400, field]);
    }
    const dryRun = await change({ addTags: ['tried'] }, { path: '/cases/bulk?dryRun=true' });
    expect([dryRun.status, dryRun.body.changed, dryRun.body.refused]).toEqual([200, 2, 1]);
    expect(await traces(test)).toEqual(before);
  });

  it('come by a job in the same way', async () => {
    const begun = await change({ addTags: ['job'], removeTags: ['two', 'full-3'] }, { caseIds: [...ids, ...nobodys] });
    expect(begun.status).toBe(202);
    await performBulkChanges.run(test.operator);
    expect((await call(test, `GET /bulk/${begun.body.id}`)).body).toMatchObject({ state: 'done', changed: 3 });
    expect((await tags()).slice(0, 2)).toEqual([
      ['One', 'job'],
      ['Größe', 'job'],
    ]);
  });
});
