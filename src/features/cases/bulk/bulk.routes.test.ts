import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call } from '../../../../test/support/api.ts';
import { newKeyOf, traces } from '../../../../test/support/cases.ts';
import { dialects, startTestApp, type TestApp } from '../../../../test/support/test-app.ts';
import { revokeKey } from '../../keys/revoke-key.ts';
import { deactivateUser } from '../../users/deactivate-user.ts';
import { performBulkChanges } from './perform-bulk-changes.ts';

const NOBODYS = 5_000_000;

describe.each(dialects)('bulk changes on %s', (dialect) => {
  let test: TestApp;
  let caseIds: number[];

  beforeAll(async () => {
    test = await startTestApp(dialect);
  });

  beforeEach(async () => {
    await test.reset();
    caseIds = (await test.rows('select id from cases where deleted_at is null order by id')).map(({ id }) =>
      Number(id),
    );
  });

  afterAll(() => test.close());

  const bulk = (body: object, request: object = {}) => call(test, 'POST /cases/bulk', { body, ...request });
  const perCase = (ids: readonly number[], changes: object) => ({ selection: { ids }, changes, mode: 'per-case' });
  const perform = () => performBulkChanges.run(test.operator);
  /** So many numbers that they become a job; most belong to no case. */
  const manyIds = () => [...caseIds, ...Array.from({ length: 1_000 }, (_, n) => NOBODYS + n)];
  const groupSizes = () =>
    test.rows(
      `select count(*) as entries, count(distinct case_id) as cases from case_history where group_id is not null`,
    );

  it('change what can be changed and say of each case what became of it', async () => {
    const [first = 0, second = 0] = caseIds;
    await call(test, `PATCH /cases/${second}`, { body: { tags: ['bulk'] } });
    const { status, headers, body } = await bulk(perCase([second, NOBODYS, first, first], { tags: ['bulk'] }));
    expect([status, headers['location']]).toEqual([200, `/api/v1/bulk/${body.id}`]);
    expect(body).toMatchObject({ state: 'done', total: 3, changed: 1, unchanged: 1, refused: 1, revertsBulkId: null });
    expect(body.results).toEqual([
      { caseId: first, outcome: 'changed', problem: null, revert: null },
      { caseId: second, outcome: 'unchanged', problem: null, revert: null },
      {
        ...{ caseId: NOBODYS, outcome: 'refused', revert: null },
        problem: expect.objectContaining({ code: 'CASE_NOT_FOUND', status: 404 }),
      },
    ]);
    const history = await call(test, `GET /bulk/${body.id}/history`);
    expect(history.body.items).toMatchObject([{ caseId: first, bulkId: body.id, entries: [{ property: 'tags' }] }]);
    const results = await call(test, `GET /bulk/${body.id}/results?limit=2`);
    expect(results.body.items).toEqual(body.results.slice(0, 2));
    const rest = await call(test, `GET /bulk/${body.id}/results?limit=2&cursor=${results.body.next}`);
    expect([rest.body.items, rest.body.next]).toEqual([body.results.slice(2), null]);
  });

  it('are listed, the latest first, page by page, for who began them and for administrators', async () => {
    const keys = { jonas: await newKeyOf(test, 'jonas.weber'), omar: await newKeyOf(test, 'omar.haddad') };
    const begun: number[] = [];
    for (const key of [keys.jonas, undefined, keys.jonas, keys.jonas]) {
      const { body } = await bulk(
        perCase([2304], { title: `Change ${begun.length}` }),
        key === undefined ? {} : { key },
      );
      begun.push(body.id);
    }
    const listed = async (query: string, key?: string) =>
      (await call(test, `GET /bulk${query}`, key === undefined ? {} : { key })).body;
    const idsIn = ({ items }: { items: readonly { id: number }[] }) => items.map(({ id }) => id);
    expect(idsIn(await listed(''))).toEqual(begun.toReversed());
    const first = await listed('?limit=2', keys.jonas);
    const rest = await listed(`?limit=2&cursor=${first.next}`, keys.jonas);
    expect([idsIn(first), idsIn(rest), rest.next]).toEqual([[begun[3], begun[2]], [begun[0]], null]);
    expect(first.items[0]).toEqual((await call(test, `GET /bulk/${begun[3]}`)).body);
    expect(await listed('', keys.omar)).toEqual({ items: [], next: null });
    expect((await call(test, 'GET /bulk?cursor=x')).body.errors[0].field).toBe('cursor');
  });

  it('tell how the query was read where it was probably meant otherwise, as the list of cases does', async () => {
    const query = 'is:open or assignee=me';
    const listed = (await call(test, `GET /cases?query=${encodeURIComponent(query)}`)).body;
    expect(listed.queryHints.length).toBeGreaterThan(1);
    const change = (selection: object) => ({ selection, changes: { title: 'Hinted' }, mode: 'per-case' });
    const { status, body } = await bulk(change({ query }));
    expect([status, body.total, body.queryHints]).toEqual([200, 0, listed.queryHints]);
    for (const selection of [{ query: 'number:2304' }, { ids: [2304] }, { all: true }]) {
      expect(await bulk(change(selection))).not.toHaveProperty('body.queryHints');
    }
  });

  it('change the cases of a query, with a comment', async () => {
    const selection = { query: 'number:2304' };
    const changes = {
      priorityId: (await call(test, 'GET /cases/2304')).body.priorityId,
      comment: { text: '<p>So.</p>' },
    };
    const { status, body } = await bulk({ selection, changes, mode: 'all-or-nothing' });
    expect([status, body.results]).toEqual([200, [expect.objectContaining({ caseId: 2304, outcome: 'changed' })]]);
    expect((await call(test, 'GET /cases/2304')).body.commentCount).toBe(1);
  });

  it('of all or nothing change nothing when a case is refused, and name it', async () => {
    const before = await traces(test);
    const request = { ...perCase([...caseIds.slice(0, 3), NOBODYS], { title: 'All' }), mode: 'all-or-nothing' };
    const { status, body } = await bulk(request);
    expect([status, body.code, body.refusedCount]).toEqual([422, 'BULK_REFUSED', 1]);
    expect(body.cases).toEqual([expect.objectContaining({ caseId: NOBODYS, code: 'CASE_NOT_FOUND' })]);
    expect(await traces(test)).toEqual(before);
  });

  it('are refused with the name of the wrong field, and in a dry run write nothing', async () => {
    const viewer = await newKeyOf(test, 'priya.raman');
    const before = await traces(test);
    const good = perCase([2304], { title: 'Now' });
    for (const [body, field] of [
      [{ ...good, changes: {} }, 'changes'],
      [{ ...good, changes: { title: ' ' } }, 'title'],
      [{ ...good, changes: { comment: { text: ' ' } } }, 'text'],
      [{ ...good, selection: {} }, 'selection'],
      [{ ...good, selection: { ids: [1], query: '' } }, 'selection'],
      [{ ...good, selection: { query: 'is:open', all: true } }, 'selection'],
      [{ ...good, selection: { query: ' ' } }, 'selection.query'],
      [{ ...good, selection: { query: 'sort:title' } }, 'selection.query'],
      [{ ...good, selection: { query: 'colour:red' } }, 'query'],
      [{ ...good, mode: 'some' }, 'mode'],
    ] as const) {
      const answer = await bulk(body);
      expect([body, answer.status, answer.body.errors?.[0]?.field]).toEqual([body, 400, field]);
    }
    const dryRun = await bulk(good, { headers: { prefer: 'dry-run' } });
    expect([dryRun.status, dryRun.body.changed]).toEqual([200, 1]);
    const refused = await bulk(good, { key: viewer });
    expect(refused.body.results[0].problem.code).toBe('RIGHT_MISSING');
    expect(await traces(test)).toEqual(before);
    expect((await call(test, `GET /bulk/${refused.body.id}`)).status).toBe(200);
    const others = (await bulk(good)).body.id;
    for (const path of [`GET /bulk/${others}`, `GET /bulk/${others}/history`, `GET /bulk/${others}/results`]) {
      expect((await call(test, path, { key: viewer })).body.code).toBe('BULK_NOT_FOUND');
    }
    expect((await call(test, `POST /bulk/${others}/revert`, { key: viewer })).body.code).toBe('BULK_NOT_FOUND');
  });

  it('of many cases become a job that changes each case once, also with several at work', async () => {
    const { status, headers, body } = await bulk(perCase(manyIds(), { tags: ['many'] }));
    expect([status, headers['location'], body.results, body.state]).toEqual([
      ...[202, `/api/v1/bulk/${body.id}`],
      ...[null, 'queued'],
    ]);
    const early = await call(test, `POST /bulk/${body.id}/revert`);
    expect([early.status, early.body.code]).toEqual([409, 'REVERT_REFUSED']);
    await Promise.all([perform(), perform(), perform()]);
    const done = (await call(test, `GET /bulk/${body.id}`)).body;
    expect(done).toMatchObject({
      state: 'done',
      total: caseIds.length + 1_000,
      changed: caseIds.length,
      refused: 1_000,
    });
    expect(done.finishedAt).toEqual(expect.any(String));
    const [sizes] = await groupSizes();
    expect([Number(sizes?.['entries']), Number(sizes?.['cases'])]).toEqual([caseIds.length, caseIds.length]);
    await perform();
    expect(await groupSizes()).toEqual([sizes]);
  });

  it('can be cancelled, and end with the key that began them', async () => {
    const queued = (await bulk(perCase(manyIds(), { tags: ['many'] }))).body;
    const cancelled = await call(test, `POST /bulk/${queued.id}/cancel`);
    expect(cancelled.body).toMatchObject({ state: 'cancelled', changed: 0 });
    const key = await newKeyOf(test, 'jonas.weber');
    const begun = (await bulk(perCase(manyIds(), { tags: ['many'] }), { key })).body;
    const [row] = await test.rows('select max(id) as id from api_keys');
    await revokeKey(test.operator, { keyId: Number(row?.['id']) });
    await perform();
    expect((await call(test, `GET /bulk/${begun.id}`)).body).toMatchObject({ state: 'failed', changed: 0 });
    expect(Number((await groupSizes())[0]?.['entries'])).toBe(0);
  });

  it('of much text become a job in small portions, and never one transaction', async () => {
    const ids = caseIds.slice(0, 45);
    const description = `<p>${'x'.repeat(200_000)}</p>`;
    const { status, body } = await bulk(perCase(ids, { description }));
    expect([status, body.state, body.total]).toEqual([202, 'queued', 45]);
    const portions = await test.rows(`select case_ids from bulk_portions where group_id = ${body.id}`);
    expect(portions.map((row) => JSON.parse(String(row['case_ids'])).length)).toEqual([10, 10, 10, 10, 5]);
    const whole = { ...perCase(caseIds, { comment: { text: description } }), mode: 'all-or-nothing' };
    const refused = await bulk({ ...whole, selection: { ids: manyIds() } });
    expect([refused.status, refused.body.errors[0].field]).toEqual([400, 'mode']);
    await perform();
    expect((await call(test, `GET /bulk/${body.id}`)).body).toMatchObject({ state: 'done', changed: 45 });
    const revert = await call(test, `POST /bulk/${body.id}/revert`);
    expect([revert.status, revert.body.state]).toEqual([202, 'queued']);
  });

  it('that wait are at most five of one person', async () => {
    const key = await newKeyOf(test, 'priya.raman');
    const begin = (using: string) => bulk(perCase(manyIds(), { tags: ['many'] }), { key: using });
    for (let count = 0; count < 5; count += 1) expect((await begin(key)).status).toBe(202);
    const refused = await begin(key);
    expect([refused.status, refused.body.code]).toEqual([409, 'BULK_LIMIT_REACHED']);
    expect((await bulk(perCase([2304], { tags: ['few'] }), { key })).status).toBe(200);
    expect((await begin(await newKeyOf(test, 'jonas.weber'))).status).toBe(202);
    await perform();
    expect((await begin(key)).status).toBe(202);
  });

  it('end when the person who began them is deactivated', async () => {
    const key = await newKeyOf(test, 'jonas.weber');
    const begun = (await bulk(perCase(manyIds(), { tags: ['many'] }), { key })).body;
    await deactivateUser(test.operator, { username: 'jonas.weber' });
    await perform();
    expect((await call(test, `GET /bulk/${begun.id}`)).body).toMatchObject({ state: 'failed', changed: 0 });
    expect(Number((await groupSizes())[0]?.['entries'])).toBe(0);
  });

  it('that would be a job are refused in a dry run: they would check nothing', async () => {
    const request = perCase(manyIds(), { tags: ['many'] });
    const { status, body } = await call(test, 'POST /cases/bulk?dryRun=true', { body: request });
    expect([status, body.code, body.errors?.[0]?.field]).toEqual([400, 'FIELDS_INVALID', 'dryRun']);
    expect(await test.rows('select * from bulk_changes')).toEqual([]);
  });

  it('are taken back while others edit, and keep their edits', async () => {
    const titles = new Map(
      (await test.rows('select id, title from cases')).map(({ id, title }) => [Number(id), title]),
    );
    const { body } = await bulk(perCase(caseIds, { title: 'Bulk', tags: ['bulk'] }));
    expect(body.changed).toBe(caseIds.length);
    const edited = new Set(caseIds.filter((_, index) => index % 10 === 0));
    const edits = [...edited].map((id) => call(test, `PATCH /cases/${id}`, { body: { title: `Mine ${id}` } }));
    const reverting = call(test, `POST /bulk/${body.id}/revert`);
    await Promise.all(edits);
    const reverted = (await reverting).body;
    expect(reverted).toMatchObject({ revertsBulkId: body.id, total: caseIds.length, refused: 0 });
    const now = await test.rows('select id, title from cases');
    const expected = (id: number) => (edited.has(id) ? `Mine ${id}` : titles.get(id));
    expect(now.filter(({ id, title }) => title !== expected(Number(id)))).toEqual([]);
    expect(Number((await test.rows(`select count(*) as n from case_tags where name = 'bulk'`))[0]?.['n'])).toBe(0);
    const last = (await call(test, `GET /bulk/${reverted.id}/history?limit=1`)).body.items[0];
    expect(last).toMatchObject({ bulkId: reverted.id, reverts: { bulkId: body.id, revision: null } });
    const kept = reverted.results.flatMap(({ revert }: { revert: { kept: object[] } }) => revert.kept);
    for (const one of kept) expect(one).toMatchObject({ property: 'title', reason: 'changed-since' });
  });
});
