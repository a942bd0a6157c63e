import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call } from '../../../../test/support/api.ts';
import { newKeyOf, traces } from '../../../../test/support/cases.ts';
import { dialects, startTestApp, type TestApp } from '../../../../test/support/test-app.ts';
import { archiveChoice } from '../../choices/archive-choice.ts';
import { createProject } from '../../choices/create-project.ts';
import { createSection } from '../../choices/create-section.ts';
import { createStatus } from '../../choices/create-status.ts';

const CASE = '/cases/2304';

describe.each(dialects)('taking changes back on %s', (dialect) => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp(dialect);
  });

  beforeEach(() => test.reset());

  afterAll(() => test.close());

  const read = async () => (await call(test, `GET ${CASE}`)).body;
  const patch = async (body: object) => {
    const answer = await call(test, `PATCH ${CASE}`, { body });
    expect(answer.status).toBe(200);
    return answer.body;
  };
  const revert = (body: object, request: object = {}) => call(test, `POST ${CASE}/revert`, { body, ...request });
  const lastChange = async () => (await call(test, `GET ${CASE}/history?limit=1`)).body.items[0];

  it('makes a new change that says what it takes back', async () => {
    const before = await read();
    const { revision } = await patch({ title: 'Wrong', tags: ['wrong'], assigneeId: null });
    const { status, headers, body } = await revert({ revision });
    expect([status, headers['etag']]).toEqual([200, `"${revision + 1}"`]);
    expect(body).toEqual({
      caseId: 2304,
      revision: revision + 1,
      reverted: [
        { property: 'title', value: before.title },
        { property: 'assigneeId', value: before.assigneeId },
        { property: 'tags', value: before.tags },
      ],
      kept: [],
    });
    const { title, tags, assigneeId } = before;
    expect(await read()).toMatchObject({ title, tags, assigneeId, revision: revision + 1 });
    expect(await lastChange()).toMatchObject({
      revision: revision + 1,
      reverts: { revision, entryId: null, bulkId: null },
      bulkId: null,
    });
    await revert({ revision: revision + 1 });
    expect(await read()).toMatchObject({ title: 'Wrong', tags: ['wrong'], assigneeId: null });
  });

  it('takes back a single entry', async () => {
    const { title } = await read();
    const { revision } = await patch({ title: 'Wrong', tags: ['right'] });
    const [entry] = (await lastChange()).entries;
    const { body } = await revert({ entryId: entry.id });
    expect(body.reverted).toEqual([{ property: 'title', value: title }]);
    expect(await read()).toMatchObject({ title, tags: ['right'] });
    expect((await lastChange()).reverts).toEqual({ revision, entryId: entry.id, bulkId: null });
  });

  it('keeps what was changed since, and says so', async () => {
    const before = await read();
    const { revision } = await patch({ title: 'Wrong', tags: ['wrong'], sectionId: null });
    await patch({ title: 'Better' });
    await patch({ sectionId: before.sectionId });
    const { body } = await revert({ revision });
    expect(body.reverted).toEqual([{ property: 'tags', value: before.tags }]);
    expect(body.kept).toEqual([
      { property: 'title', currentValue: 'Better', reason: 'changed-since', detail: expect.any(String) },
      {
        property: 'sectionId',
        currentValue: before.sectionId,
        reason: 'already-so',
        detail: expect.any(String),
      },
    ]);
    const unchanged = await traces(test);
    const again = await revert({ revision });
    expect([again.body.reverted, again.body.kept.length, await traces(test)]).toEqual([[], 3, unchanged]);
  });

  it('keeps what had a value that cannot be chosen any more', async () => {
    const { spaceId, title, statusId } = await read();
    const old = await createStatus(test.operator, { spaceId, name: 'Going out of use' });
    await patch({ statusId: old });
    const { revision } = await patch({ statusId, title: 'Wrong' });
    await archiveChoice(test.operator, { kind: 'status', id: old });
    const { status, body } = await revert({ revision });
    expect([status, body.reverted]).toEqual([200, [{ property: 'title', value: title }]]);
    expect(body.kept).toEqual([
      {
        property: 'statusId',
        currentValue: statusId,
        reason: 'not-usable',
        detail: expect.stringMatching(/^statusId must not be archived/u),
      },
    ]);
  });

  it('leaves a case where others have chosen something that it could not take along', async () => {
    const before = await read();
    const projectId = await createProject(test.operator, { spaceId: before.spaceId, title: 'Elsewhere' });
    const sectionId = await createSection(test.operator, { projectId, name: 'There' });
    const { revision } = await patch({ projectId, title: 'Moved' });
    await patch({ sectionId });
    const { body } = await revert({ revision });
    expect(body.reverted).toEqual([{ property: 'title', value: before.title }]);
    expect(body.kept.map(({ property, reason }: Record<string, string>) => [property, reason])).toEqual(
      expect.arrayContaining([
        ['projectId', 'needed-by-others'],
        ['sectionId', 'changed-since'],
      ]),
    );
    expect(await read()).toMatchObject({ projectId, sectionId, title: before.title });
  });

  it('restores a case whose deletion is taken back, and deletes it again', async () => {
    const { revision } = await read();
    await call(test, `DELETE ${CASE}`);
    expect((await revert({ revision })).body.code).toBe('CASE_NOT_FOUND');
    const restored = await revert({ revision: revision + 1 });
    expect([restored.status, restored.body.reverted]).toEqual([200, [{ property: 'deletedAt', value: null }]]);
    expect((await lastChange()).reverts).toMatchObject({ revision: revision + 1 });
    const again = await revert({ revision: revision + 1 });
    expect([again.status, again.body.kept[0].reason]).toEqual([200, 'already-so']);
    const deleted = await revert({ revision: revision + 2 });
    expect([deleted.status, deleted.body.reverted[0].value]).toEqual([200, expect.stringMatching(/Z$/u)]);
    expect((await call(test, `GET ${CASE}`)).status).toBe(404);
  });

  it('does not restore a case that somebody else was faster with', async () => {
    await call(test, 'DELETE /cases/2304');
    const { rows } = test;
    const [row] = await rows('select revision from cases where id = 2304');
    const revision = Number(row?.['revision']);
    const before = await traces(test);
    const late = { body: { revision }, headers: { 'if-match': `"${revision - 1}"` } };
    const refused = await call(test, 'POST /cases/2304/revert', late);
    expect([refused.status, refused.body.code]).toEqual([412, 'CASE_CONFLICT']);
    expect(await traces(test)).toEqual(before);
    const inTime = { body: { revision }, headers: { 'if-match': `"${revision}"` } };
    expect((await call(test, 'POST /cases/2304/revert', inTime)).status).toBe(200);
  });

  it('is refused for what cannot be taken back, and nothing is written', async () => {
    const { revision } = await patch({ title: 'Now' });
    const viewer = await newKeyOf(test, 'priya.raman');
    const before = await traces(test);
    const etag = { headers: { 'if-match': `"${revision - 1}"` } };
    for (const [body, request, status, code] of [
      [{ revision: 1 }, {}, 409, 'REVERT_REFUSED'],
      [{ revision: 9999 }, {}, 400, 'FIELDS_INVALID'],
      [{ entryId: 1_000_000 }, {}, 400, 'FIELDS_INVALID'],
      [{}, {}, 400, 'FIELDS_INVALID'],
      [{ revision, entryId: 1 }, {}, 400, 'FIELDS_INVALID'],
      [{ revision: '1' }, {}, 400, 'FIELDS_INVALID'],
      [{ revision }, etag, 412, 'CASE_CONFLICT'],
      [{ revision }, { key: viewer }, 403, 'RIGHT_MISSING'],
    ] as const) {
      const answer = await revert(body, request);
      expect([body, answer.status, answer.body.code]).toEqual([body, status, code]);
    }
    expect((await call(test, 'POST /cases/99999999/revert', { body: { revision: 1 } })).status).toBe(404);
    const dryRun = await call(test, `POST ${CASE}/revert?dryRun=true`, { body: { revision } });
    expect([dryRun.status, dryRun.body.reverted.length]).toEqual([200, 1]);
    expect(await traces(test)).toEqual(before);
  });
});
