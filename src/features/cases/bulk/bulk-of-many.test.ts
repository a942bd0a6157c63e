import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../../test/support/api.ts';
import { traces } from '../../../../test/support/cases.ts';
import { createManyCases } from '../../../../test/support/many-cases.ts';
import { startTestApp, type TestApp, type TestDialect } from '../../../../test/support/test-app.ts';
import { performBulkChanges } from './perform-bulk-changes.ts';

const NOBODYS = 5_000_000;
/** More than are changed before the answer. */
const JUST_A_JOB = 1_100;
/** Every so many cases are edited by others, before the change is taken back and meanwhile. */
const EDITED_BEFORE = 97;
const EDITED_MEANWHILE = 41;

/** On PostgreSQL it is the same with fewer, in less time. */
const sizes: readonly (readonly [TestDialect, number])[] = [
  ['sqlite', 10_000],
  ['postgres', 1_200],
];

describe.each(sizes)('bulk changes of many cases on %s, %i of them', { timeout: 180_000 }, (dialect, size) => {
  let test: TestApp;
  let caseIds: number[];

  beforeAll(async () => {
    test = await startTestApp(dialect);
    caseIds = await createManyCases(test.operator, size);
  }, 180_000);

  afterAll(() => test.close());

  const begin = async (body: object) => (await call(test, 'POST /cases/bulk', { body })).body;
  const perform = () => performBulkChanges.run(test.operator);
  const resultsOf = async (bulkId: number) => {
    const results: { caseId: number; outcome: string; problem: unknown; revert: { kept: unknown[] } | null }[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await call(test, `GET /bulk/${bulkId}/results?limit=200${page}`);
      results.push(...body.items);
      cursor = body.next;
    }
    return results;
  };
  const retitle = async (caseId: number) => {
    const { status } = await call(test, `PATCH /cases/${caseId}`, { body: { title: `Edited ${caseId}` } });
    expect(status).toBe(200);
  };

  it('are taken back while others edit the same cases: edits stay, and are told of', async () => {
    const changes = { title: 'Bulk', tags: ['bulk'] };
    const { id } = await begin({ selection: { ids: caseIds }, changes, mode: 'per-case' });
    await perform();
    const before = caseIds.filter((_, index) => index % EDITED_BEFORE === 0);
    const meanwhile = caseIds.filter(
      (_, index) => index % EDITED_MEANWHILE === 1 && !before.includes(caseIds[index] ?? 0),
    );
    for (const caseId of before) await retitle(caseId);
    const reverting = (await call(test, `POST /bulk/${id}/revert`)).body;
    expect(reverting).toMatchObject({ revertsBulkId: id, total: size, results: null });
    const reverted = perform();
    // The last ones first, so that edits and the revert come towards each other.
    for (const caseId of meanwhile.toReversed()) await retitle(caseId);
    await reverted;
    expect((await call(test, `GET /bulk/${reverting.id}`)).body).toMatchObject({ state: 'done', refused: 0 });

    const edited = new Set([...before, ...meanwhile]);
    const now = await test.rows(`select id, title from cases where id >= ${caseIds[0]}`);
    const expected = (caseId: number) => (edited.has(caseId) ? `Edited ${caseId}` : `One of ${size}`);
    expect(now.filter(({ id: caseId, title }) => title !== expected(Number(caseId)))).toEqual([]);
    const [tags] = await test.rows(`select count(*) as n from case_tags where name = 'bulk'`);
    expect(Number(tags?.['n'])).toBe(0);
    await expectToBeTold(reverting.id, { before, meanwhile });
  });

  /** Told are those whose edit came before the revert came to them. */
  const expectToBeTold = async (
    bulkId: number,
    { before, meanwhile }: { before: readonly number[]; meanwhile: readonly number[] },
  ) => {
    const results = await resultsOf(bulkId);
    expect(results.map(({ caseId }) => caseId)).toEqual(caseIds);
    const told = new Map(results.map(({ caseId, revert }) => [caseId, revert?.kept ?? []]));
    const overtaken = await test.rows(`select edit.case_id as id from case_history edit
      join case_history taken on taken.case_id = edit.case_id and taken.property = 'tags' and taken.group_id = ${bulkId}
      where edit.property = 'title' and edit.new_value like '"Edited%' and edit.revision < taken.revision
      order by edit.case_id`);
    const keeping = [...told].filter(([, kept]) => kept.length > 0);
    expect(keeping.map(([caseId]) => caseId)).toEqual(overtaken.map(({ id }) => Number(id)));
    for (const [caseId, kept] of keeping) {
      expect(kept).toEqual([
        expect.objectContaining({ property: 'title', reason: 'changed-since', currentValue: `Edited ${caseId}` }),
      ]);
    }
    expect(before.every((caseId) => (told.get(caseId) ?? []).length === 1)).toBe(true);
    expect(keeping.length).toBeLessThanOrEqual(before.length + meanwhile.length);
  };

  it('of all or nothing change nothing when one case is refused, and name it', async () => {
    const before = await traces(test);
    const ids = caseIds.slice(0, JUST_A_JOB);
    const request = { changes: { tags: ['all'] }, mode: 'all-or-nothing' };
    const { id, state } = await begin({ ...request, selection: { ids: [...ids, NOBODYS] } });
    expect(state).toBe('queued');
    await perform();
    expect((await call(test, `GET /bulk/${id}`)).body).toMatchObject({ state: 'failed', changed: 0, refused: 1 });
    expect(await resultsOf(id)).toMatchObject([
      { caseId: NOBODYS, outcome: 'refused', problem: { code: 'CASE_NOT_FOUND' } },
    ]);
    expect(await traces(test)).toEqual(before);
    const again = await begin({ ...request, selection: { ids } });
    await perform();
    expect((await call(test, `GET /bulk/${again.id}`)).body).toMatchObject({ state: 'done', changed: JUST_A_JOB });
  });
});
