import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../../test/support/api.ts';
import { dialects, startTestApp, type TestApp } from '../../../../test/support/test-app.ts';
import { forgetOutcomes } from './forget-outcomes.ts';
import { performBulkChanges } from './perform-bulk-changes.ts';

const DAY_MS = 24 * 60 * 60_000;
/** So many that the change becomes a job; most are nobody's. */
const IDS = [2304, 2305, ...Array.from({ length: 1_000 }, (_, index) => 5_000_000 + index)];

describe.each(dialects)('what became of the cases of a bulk change, on %s', (dialect) => {
  let test: TestApp;
  let aheadMs = 0;

  beforeAll(async () => {
    test = await startTestApp(dialect, { now: () => Date.now() + aheadMs });
  });

  afterAll(() => test.close());

  const begin = async (title: string) => {
    const body = { selection: { ids: IDS }, changes: { title }, mode: 'per-case' };
    return (await call(test, 'POST /cases/bulk', { body })).body.id;
  };
  const read = async (id: number) => (await call(test, `GET /bulk/${id}`)).body;
  const results = async (id: number) => (await call(test, `GET /bulk/${id}/results`)).body.items.length;

  it('is known for thirty days; how many there were, and how to take it back, for good', async () => {
    const { title } = (await call(test, 'GET /cases/2304')).body;
    const ended = await begin('Bulk');
    await performBulkChanges.run(test.operator);
    const open = await begin('Never begun');
    const before = await read(ended);
    expect([before.changed, before.refused]).toEqual([2, 1_000]);
    aheadMs = 29 * DAY_MS;
    await forgetOutcomes.run(test.operator);
    expect(await results(ended)).toBeGreaterThan(0);
    aheadMs = 31 * DAY_MS;
    await forgetOutcomes.run(test.operator);
    await forgetOutcomes.run(test.operator);
    expect([await read(ended), await results(ended)]).toEqual([before, 0]);
    expect(await test.rows(`select case_ids from bulk_portions where group_id = ${ended}`)).toEqual([
      { case_ids: '[]' },
    ]);
    const reverted = await call(test, `POST /bulk/${ended}/revert`);
    expect([reverted.body.changed, (await call(test, 'GET /cases/2304')).body.title]).toEqual([2, title]);
    expect(await read(open)).toMatchObject({ state: 'queued', total: IDS.length });
    await performBulkChanges.run(test.operator);
    expect(await read(open)).toMatchObject({ state: 'done', changed: 2 });
  });
});
