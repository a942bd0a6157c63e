import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../../test/support/api.ts';
import { traces } from '../../../../test/support/cases.ts';
import { beginImport, importFile } from '../../../../test/support/imports.ts';
import { dialects, startTestApp, type TestApp } from '../../../../test/support/test-app.ts';
import { performBulkChanges } from '../bulk/perform-bulk-changes.ts';

describe.each(dialects)('an import on %s', (dialect) => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp(dialect);
  });

  afterAll(async () => {
    expect(test.logged()).not.toContain('defect');
    await test.close();
  });

  const idOf = async (externalId: string): Promise<number> => {
    const [row] = await test.rows(`select case_id from case_external_ids where external_id = '${externalId}'`);
    return Number(row?.['case_id']);
  };
  const get = async (caseId: number) => (await call(test, `GET /cases/${caseId}`)).body;
  const statusOf = async (caseId: number) => (await call(test, `GET /cases/${caseId}`)).status;
  const revert = (importId: number, query = '') => call(test, `POST /imports/${importId}/revert${query}`);
  const outcomes = (body: { results: { caseId: number; outcome: string }[] }) =>
    Object.fromEntries(body.results.map(({ caseId, outcome }) => [caseId, outcome]));

  it('is taken back: what it created goes to the bin, what it changed is what it was; and so is that', async () => {
    await importFile(test, { content: 'externalId,title,tags\nr1,Old,a' });
    const old = await idOf('r1');
    const { ended } = await importFile(test, { content: 'externalId,title,tags\nr1,New,"a,b"\nr2,Created,' });
    const created = await idOf('r2');
    const { status, body, headers } = await revert(ended.id);
    expect([status, headers['location']]).toEqual([200, `/api/v1/bulk/${body.id}`]);
    expect(body).toMatchObject({ state: 'done', revertsBulkId: null, revertsImportId: ended.id, changed: 2 });
    expect(await get(old)).toMatchObject({ title: 'Old', tags: ['a'] });
    expect(await statusOf(created)).toBe(404);
    expect((await call(test, `GET /bulk/${body.id}`)).body).toMatchObject({ revertsImportId: ended.id });

    const again = await call(test, `POST /bulk/${body.id}/revert`);
    expect(again.body).toMatchObject({ revertsBulkId: body.id, revertsImportId: null, changed: 2, refused: 0 });
    expect(await get(old)).toMatchObject({ title: 'New', tags: ['a', 'b'] });
    expect(await get(created)).toMatchObject({ title: 'Created' });
  });

  it('leaves what people did since: cases that were changed, commented on or given a file stay', async () => {
    const rows = ['k1', 'k2', 'k3', 'k4'].map((externalId) => `${externalId},Kept?`);
    const { ended } = await importFile(test, { content: ['externalId,title', ...rows].join('\n') });
    const [changed, commented, untouched, changedBack] = await Promise.all(['k1', 'k2', 'k3', 'k4'].map(idOf));
    await call(test, `PATCH /cases/${changed}`, { body: { title: 'Mine' } });
    await call(test, `POST /cases/${commented}/comments`, { body: { text: '<p>Seen.</p>' } });
    await call(test, `PATCH /cases/${changedBack}`, { body: { title: 'Mine' } });
    await call(test, `PATCH /cases/${changedBack}`, { body: { title: 'Kept?' } });
    const { body } = await revert(ended.id);
    expect(outcomes(body)).toEqual({
      ...{ [Number(changed)]: 'unchanged', [Number(commented)]: 'unchanged' },
      ...{ [Number(untouched)]: 'changed', [Number(changedBack)]: 'changed' },
    });
    const kept = { property: 'deletedAt', currentValue: null, reason: 'changed-since' };
    const ofChanged = body.results.find(({ caseId }: { caseId: number }) => caseId === changed);
    expect(ofChanged.revert).toMatchObject({ reverted: [], kept: [kept] });
    expect(await get(Number(changed))).toMatchObject({ title: 'Mine' });
    expect(await statusOf(Number(commented))).toBe(200);
    expect(await statusOf(Number(untouched))).toBe(404);
  });

  it('is taken back as a whole when two of its rows are about one case', async () => {
    await importFile(test, { content: 'externalId,title\nt1,Zero' });
    const content = 'externalId,title,tags\nt1,One,a\nt1,Two,b\nt2,Three,c\nt2,Four,d';
    const { ended } = await importFile(test, { content });
    const [before, created] = [await idOf('t1'), await idOf('t2')];
    expect([await get(before), await get(created)]).toMatchObject([{ title: 'Two' }, { title: 'Four' }]);
    expect((await revert(ended.id)).body).toMatchObject({ changed: 2, refused: 0 });
    expect(await get(before)).toMatchObject({ title: 'Zero', tags: [] });
    expect(await statusOf(created)).toBe(404);
  });

  it('of many rows is taken back by a job', async () => {
    const rows = Array.from({ length: 1_001 }, (_, index) => `j${index},Xylophone`);
    const { ended } = await importFile(test, { content: ['externalId,title', ...rows].join('\n') });
    expect((await revert(ended.id, '?dryRun=true')).body.errors).toMatchObject([{ field: 'dryRun' }]);
    const { status, body } = await revert(ended.id);
    expect([status, body.state, body.total]).toEqual([202, 'queued', 1_001]);
    await performBulkChanges.run(test.operator);
    expect((await call(test, `GET /bulk/${body.id}`)).body).toMatchObject({ state: 'done', changed: 1_001 });
    expect((await call(test, 'GET /cases?query=Xylophone')).body.items).toEqual([]);
  });

  it('shows in a dry run what would be, and changes nothing', async () => {
    const { ended } = await importFile(test, { content: 'externalId,title\nd1,Dry' });
    const before = await traces(test);
    const { status, body } = await revert(ended.id, '?dryRun=true');
    expect([status, body.changed]).toEqual([200, 1]);
    expect(await traces(test)).toEqual(before);
  });

  it('cannot be taken back while it is under way, by others, or when it was a dry run', async () => {
    const { body: underWay } = await beginImport(test, { content: 'externalId,title\nu1,Under way' });
    const early = await revert(underWay.id);
    expect([early.status, early.body.code, early.body.detail]).toEqual([
      ...[409, 'REVERT_REFUSED', `The import ${underWay.id} is still under way: cancel it first.`],
    ]);
    await call(test, `POST /imports/${underWay.id}/cancel`);
    expect((await revert(underWay.id)).body).toMatchObject({ state: 'done', total: 0 });
    const { ended } = await importFile(test, { content: 'title\nDry', query: 'spaceId=1&dryRun=true' });
    const dry = await revert(ended.id);
    expect([dry.status, dry.body.detail]).toEqual([409, `The import ${ended.id} was a dry run, which wrote nothing.`]);
    const unknown = await revert(999_999);
    expect([unknown.status, unknown.body.code]).toEqual([404, 'IMPORT_NOT_FOUND']);
  });
});
