import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../../test/support/api.ts';
import { createManyCases } from '../../../../test/support/many-cases.ts';
import { dialects, startTestApp, type TestApp } from '../../../../test/support/test-app.ts';
import { performBulkChanges } from './perform-bulk-changes.ts';

/** So many that a job changes them. */
const CASES = 1_100;
/** More than one statement names, and few enough to be changed before the answer. */
const SOME = 40;
const TITLES = ['First', 'Second', 'Third'];
/** What means something in lists of values, or nothing at all. */
const ODD_TITLE = String.raw`{"NULL",null,'\\"} \N $1 ?`;
const ODD_TAGS = ['NULL', '{}', String.raw`back\slash`, 'single\' and double"'];
/** So many that their texts and tags, which are written together, are more than one statement takes. */
const MANY = 200;
const LONG_TEXT = `<p>${'so '.repeat(1_500)}unmistakable</p>`;

describe.each(dialects)('what bulk changes write on %s', (dialect) => {
  let test: TestApp;
  let ids: number[];
  beforeAll(async () => {
    test = await startTestApp(dialect);
    ids = await createManyCases(test.operator, CASES);
  });
  afterAll(() => test.close());

  const change = (caseIds: readonly number[], changes: object, mode = 'per-case') =>
    call(test, 'POST /cases/bulk', { body: { selection: { ids: caseIds }, changes, mode } });
  const perform = () => performBulkChanges.run(test.operator);
  const titles = () => test.rows(`select title, count(*) as count from cases where id in (${ids}) group by title`);

  it('is in the order in which changes of the same cases were asked for', async () => {
    for (const title of TITLES) expect((await change(ids, { title })).status).toBe(202);
    await perform();
    expect(await titles()).toEqual([{ title: 'Third', count: CASES }]);
  });

  it('arrives in cases, history and search as it was sent', async () => {
    const changes = { title: ODD_TITLE, tags: ODD_TAGS, milestoneId: null };
    const some = ids.slice(0, SOME);
    const { status, body } = await change(some, changes);
    expect([status, body.changed], JSON.stringify(body)).toEqual([200, SOME]);
    const last = (await call(test, `GET /cases/${some.at(-1)}`)).body;
    expect([last.title, last.tags, last.milestoneId]).toEqual([ODD_TITLE, ODD_TAGS, null]);
    const { items } = (await call(test, `GET /cases/${some.at(-1)}/history?limit=1`)).body;
    expect(items[0].entries).toContainEqual(expect.objectContaining({ property: 'tags', newValue: ODD_TAGS }));
    const query = encodeURIComponent(String.raw`"back\slash"`);
    const found = await call(test, `GET /cases?query=${query}&fields=id&limit=200`);
    expect(found.body.items).toHaveLength(SOME);
  });

  it('arrives whole when it is more rows, and more text, than one statement takes', async () => {
    const [many, tags] = [ids.slice(0, MANY), Array.from({ length: 12 }, (_, index) => `tag-${index}`)];
    const changes = { description: LONG_TEXT, tags };
    const { status, body } = await change(many, changes, 'all-or-nothing');
    expect([status, body.changed], JSON.stringify(body)).toEqual([200, MANY]);
    const rows = await test.rows(`select count(*) as count from case_tags where case_id in (${many})`);
    expect(Number(rows[0]?.['count'])).toBe(MANY * tags.length);
    for (const query of ['unmistakable', 'tag:tag-0', 'tag:tag-11']) {
      const { total } = (await call(test, `GET /cases?query=${encodeURIComponent(query)}&count=true&limit=1`)).body;
      expect([query, total]).toEqual([query, { value: MANY, isExact: true }]);
    }
  });
});
