import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../test/support/api.ts';
import { newKeyOf, traces } from '../../../test/support/cases.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { createCase } from '../cases/create-case.ts';
import { renameTag } from './rename-tag.ts';

/** How many cases one transaction changes. */
const CASES_PER_TRANSACTION = 100;

describe.each(dialects)('changes of tags in the new API on %s', (dialect) => {
  let test: TestApp;
  let spaceId: number;
  let projectId: number;

  beforeAll(async () => {
    test = await startTestApp(dialect);
    spaceId = (await call(test, 'POST /spaces', { body: { name: 'Depot', visibility: 'public' } })).body.id;
    projectId = (await call(test, `POST /spaces/${spaceId}/projects`, { body: { title: 'Shelves' } })).body.id;
  });

  afterAll(() => test.close());

  const newCase = async (...tags: string[]): Promise<number> =>
    (await call(test, 'POST /cases', { body: { title: 'Tagged', spaceId, projectId, tags } })).body.id;
  const newCases = (count: number, tag: string) =>
    test.operator.inTransaction(async (tx) => {
      const properties = { title: 'Tagged', spaceId, projectId, reporterId: 1, tags: [tag] };
      for (let made = 0; made < count; made += 1) await createCase(tx, { properties });
    });
  const tagsOf = async (caseId: number): Promise<string[]> => (await call(test, `GET /cases/${caseId}`)).body.tags;
  const change = (what: 'rename' | 'remove', body: object, options: object = {}) =>
    call(test, `POST /spaces/${spaceId}/tags/${what}`, { body, ...options });
  const expectNothingWritten = async (work: () => ReturnType<typeof change>, expected: object): Promise<void> => {
    const before = await traces(test);
    const { status, body } = await work();
    expect({ status, ...body }).toMatchObject(expected);
    expect(await traces(test)).toEqual(before);
  };

  it('give a tag another name in all cases of the space, whatever the spelling, with history and events', async () => {
    const ids = [await newCase('printer', 'hall'), await newCase('Printer'), await newCase('other')];
    const elsewhere = await call(test, 'POST /cases', {
      body: { title: 'Elsewhere', spaceId: 1, projectId: 1, tags: ['printer'] },
    });
    const binned = await newCase('printer');
    await call(test, `DELETE /cases/${binned}`);
    const answer = await change('rename', { tag: 'PRINTER', name: 'label printer' });
    expect([answer.status, answer.body]).toEqual([200, { changedCaseCount: 3 }]);
    await call(test, `POST /cases/${binned}/restore`);
    const all = [...ids, binned, elsewhere.body.id];
    expect(await Promise.all(all.map(tagsOf))).toEqual([
      ['label printer', 'hall'],
      ['label printer'],
      ['other'],
      ['label printer'],
      ['printer'],
    ]);
    const [newest] = (await call(test, `GET /cases/${ids[0]}/history?limit=1`)).body.items;
    expect(JSON.stringify(newest)).toMatch(/"tags".*"printer".*"label printer"/u);
    const [event] = await test.rows("select space_id, payload from events where type = 'tag.renamed'");
    expect([event?.['space_id'], JSON.parse(String(event?.['payload']))]).toEqual([
      spaceId,
      { name: 'label printer', oldName: 'PRINTER' },
    ]);
    const listed = await call(test, `GET /cases?query=${encodeURIComponent('tag:"label printer"')}`);
    expect(listed.body.items).toHaveLength(3);
  });

  it('merge a tag into one that is there: cases that have both keep one, at its first place', async () => {
    const ids = [await newCase('bug', 'urgent', 'defect'), await newCase('defect', 'bug'), await newCase('bug')];
    expect((await change('rename', { tag: 'defect', name: 'bug' })).body).toEqual({ changedCaseCount: 2 });
    expect(await Promise.all(ids.map(tagsOf))).toEqual([['bug', 'urgent'], ['bug'], ['bug']]);
  });

  it('change nothing but the spelling, and cases that have it already not at all', async () => {
    const ids = [await newCase('café'), await newCase('Cafe')];
    expect((await change('rename', { tag: 'cafe', name: 'Café' })).body).toEqual({ changedCaseCount: 2 });
    await expectNothingWritten(() => change('rename', { tag: 'CAFE', name: 'Café' }), {
      status: 200,
      changedCaseCount: 0,
    });
    expect(await Promise.all(ids.map(tagsOf))).toEqual([['Café'], ['Café']]);
  });

  it('take a tag from all cases of the space', async () => {
    const ids = [await newCase('a/b', 'kept'), await newCase('A/B')];
    expect((await change('remove', { tag: 'a/b' })).body).toEqual({ changedCaseCount: 2 });
    expect(await Promise.all(ids.map(tagsOf))).toEqual([['kept'], []]);
    await expectNothingWritten(() => change('remove', { tag: 'a/b' }), { status: 404, code: 'TAG_NOT_FOUND' });
  });

  it('go through more cases than one transaction takes', async () => {
    await newCases(205, 'many');
    expect((await change('rename', { tag: 'many', name: 'lots' })).body).toEqual({ changedCaseCount: 205 });
    expect((await call(test, `GET /spaces/${spaceId}/tags?q=lots`)).body.items).toEqual([
      { name: 'lots', caseCount: 205 },
    ]);
  });

  it('are told although they are cut off behind the last case of as many as one transaction takes', async () => {
    await newCases(CASES_PER_TRANSACTION, 'exactly');
    const rename = { spaceId, tag: 'exactly', name: 'precisely' };
    const cutOff = renameTag(test.operator, rename, () => Promise.reject(new Error('The program was ended.')));
    await expect(cutOff).rejects.toThrow('The program was ended.');
    expect(await renameTag(test.operator, rename)).toBe(CASES_PER_TRANSACTION);
    expect(await test.rows(`select payload from events where type = 'tag.renamed' order by id desc limit 1`)).toEqual([
      { payload: JSON.stringify({ name: 'precisely', oldName: 'exactly' }) },
    ]);
  });

  it('are tried out in dry runs, and done once for an idempotency key', async () => {
    await newCase('trial');
    const body = { tag: 'trial', name: 'tried' };
    await expectNothingWritten(() => call(test, `POST /spaces/${spaceId}/tags/rename?dryRun=true`, { body }), {
      status: 200,
      changedCaseCount: 1,
    });
    const options = { headers: { 'idempotency-key': 'rename-once' } };
    const first = await change('rename', body, options);
    await expectNothingWritten(() => change('rename', body, options), { status: first.status, changedCaseCount: 1 });
  });

  it.each([
    ['rename', { tag: 'kept', name: 'a, b' }, { status: 400, errors: [{ field: 'name' }] }],
    ['rename', { tag: 'kept', name: ' ' }, { status: 400, errors: [{ field: 'name' }] }],
    ['rename', { tag: 'kept', name: 'x'.repeat(101) }, { status: 400, errors: [{ field: 'name' }] }],
    ['rename', { tag: 'kept' }, { status: 400, errors: [{ field: 'name' }] }],
    ['rename', { tag: 'nobody has it', name: 'x' }, { status: 404, code: 'TAG_NOT_FOUND' }],
    ['remove', { tag: 'nobody has it' }, { status: 404, code: 'TAG_NOT_FOUND' }],
    ['remove', { tag: 'a\u0000b' }, { status: 404, code: 'TAG_NOT_FOUND' }],
    ['remove', {}, { status: 400, errors: [{ field: 'tag' }] }],
  ] as const)('%s with %j is refused', async (what, body, expected) => {
    await expectNothingWritten(() => change(what, body), expected);
  });

  it('are for managers of the space, where it is in use', async () => {
    const key = await newKeyOf(test, 'jonas.weber');
    const missing = { status: 403, code: 'RIGHT_MISSING', detail: expect.stringContaining('ManageSpace') };
    await expectNothingWritten(() => change('rename', { tag: 'kept', name: 'x' }, { key }), missing);
    await expectNothingWritten(() => change('remove', { tag: 'kept' }, { key }), missing);
    const { id } = (await call(test, 'POST /spaces', { body: { name: 'Hidden', visibility: 'private' } })).body;
    const hidden = { key, body: { tag: 'kept' } };
    await expectNothingWritten(() => call(test, `POST /spaces/${id}/tags/remove`, hidden), { code: 'SPACE_NOT_FOUND' });
    await call(test, `PATCH /spaces/${spaceId}`, { body: { archived: true } });
    const archived = { status: 403, code: 'SPACE_ARCHIVED' };
    await expectNothingWritten(() => change('remove', { tag: 'kept' }), archived);
    await call(test, `PATCH /spaces/${spaceId}`, { body: { archived: false } });
  });
});
