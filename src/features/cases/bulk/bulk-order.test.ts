import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../../test/support/api.ts';
import { createManyCases } from '../../../../test/support/many-cases.ts';
import { dialects, startTestApp, type TestApp } from '../../../../test/support/test-app.ts';
import { performBulkChanges } from './perform-bulk-changes.ts';

/** So many that a job changes them. */
const CASES = 1_100;
const TITLES = ['First', 'Second', 'Third'];

describe.each(dialects)('bulk changes of the same cases on %s', (dialect) => {
  let test: TestApp;
  let ids: number[];
  beforeAll(async () => {
    test = await startTestApp(dialect);
    ids = await createManyCases(test.operator, CASES);
  });
  afterAll(() => test.close());

  it('are done in the order in which they were asked for', async () => {
    for (const title of TITLES) {
      const body = { selection: { ids }, changes: { title }, mode: 'per-case' };
      expect((await call(test, 'POST /cases/bulk', { body })).status).toBe(202);
    }
    await performBulkChanges.run(test.operator);
    const titles = await test.rows(`select distinct title from cases where id in (${ids})`);
    expect(titles).toEqual([{ title: 'Third' }]);
  });
});
