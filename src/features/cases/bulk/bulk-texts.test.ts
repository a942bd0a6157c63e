import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../../test/support/api.ts';
import { createManyCases } from '../../../../test/support/many-cases.ts';
import { dialects, startTestApp, type TestApp } from '../../../../test/support/test-app.ts';

/** More than one statement names. */
const CASES = 40;
/** What means something in lists of values, or nothing at all. */
const TITLE = String.raw`{"NULL",null,'\\"} \N $1 ?`;
const TAGS = ['NULL', '{}', String.raw`back\slash`, 'single\' and double"'];

describe.each(dialects)('texts of many cases on %s', (dialect) => {
  let test: TestApp;
  let ids: number[];
  beforeAll(async () => {
    test = await startTestApp(dialect);
    ids = await createManyCases(test.operator, CASES);
  });
  afterAll(() => test.close());

  it('arrive in cases, history and search as they were sent', async () => {
    const changes = { title: TITLE, tags: TAGS, milestoneId: null };
    const { status, body } = await call(test, 'POST /cases/bulk', {
      body: { selection: { ids }, changes, mode: 'per-case' },
    });
    expect([status, body.changed], JSON.stringify(body)).toEqual([200, CASES]);
    const last = (await call(test, `GET /cases/${ids.at(-1)}`)).body;
    expect([last.title, last.tags, last.milestoneId]).toEqual([TITLE, TAGS, null]);
    const { items } = (await call(test, `GET /cases/${ids.at(-1)}/history?limit=1`)).body;
    expect(items[0].entries).toContainEqual(expect.objectContaining({ property: 'tags', newValue: TAGS }));
    const found = await call(
      test,
      `GET /cases?query=${encodeURIComponent(String.raw`"back\slash"`)}&fields=id&limit=200`,
    );
    expect(found.body.items).toHaveLength(CASES);
  });
});
