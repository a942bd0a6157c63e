import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call } from '../../../test/support/api.ts';
import { changesOf, newKeyOf, traces } from '../../../test/support/cases.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { SANDBOX_KEY } from '../../app/fill-sandbox.ts';

describe.each(dialects)('cases in the new API on %s', (dialect) => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp(dialect);
  });

  beforeEach(() => test.reset());

  afterAll(() => test.close());

  it('are read with all their properties and an entity tag', async () => {
    const { status, headers, body } = await call(test, 'GET /cases/2304');
    expect([status, headers['etag']]).toEqual([200, `"${body.revision}"`]);
    expect(body).toMatchObject({ id: 2304, sectionId: expect.anything(), tags: expect.any(Array) });
    expect(body.createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u);
  });

  it('are read with the properties that are asked for', async () => {
    const { body } = await call(test, 'GET /cases/2304?fields=id,title&include=status,assignee');
    expect(Object.keys(body)).toEqual(['id', 'title', 'status', 'assignee']);
    expect(body.status).toEqual({
      ...{ id: expect.any(Number), name: expect.any(String) },
      ...{ isClosed: expect.any(Boolean), color: null },
    });
  });

  it.each([
    ['fields=id,colour', 'fields', /does not know "colour"/u],
    ['include=cat', 'include', /does not know "cat"/u],
    ['field=id', 'field', /is not known here/u],
  ])('refuse the parameter %s and name it', async (query, field, problem) => {
    const { status, headers, body } = await call(test, `GET /cases/2304?${query}`);
    expect([status, headers['content-type']]).toEqual([400, 'application/problem+json; charset=utf-8']);
    expect(body).toMatchObject({ code: 'FIELDS_INVALID', status: 400, type: 'urn:casekeep:problem:fields-invalid' });
    expect(body.errors).toEqual([{ field, problem: expect.stringMatching(problem) }]);
  });

  it('change by a merge patch, property by property', async () => {
    const { status, body } = await call(test, 'PATCH /cases/2304', { body: { title: 'Now', assigneeId: null } });
    expect([status, body.title, body.assigneeId]).toEqual([200, 'Now', null]);
    expect(Object.keys(await changesOf(test, 2304))).toEqual(['title', 'assigneeId']);
  });

  it.each([
    ['texts', { title: ' Now ', description: '<p>So<script>1</script></p>' }],
    ['lists', { tags: ['legal ', 'Legal', 'new'], recipientIds: [2, 1, 2] }],
    ['another space', { spaceId: 2 }],
    ['a comment', { statusId: 2, comment: { text: '<p>So.</p>' } }],
    ['nothing new', { assigneeId: null }],
  ])('answer with what is read afterwards: %s', async (_, body) => {
    await call(test, 'PATCH /cases/2304', { body: { assigneeId: null } });
    const answered = await call(test, 'PATCH /cases/2304', { body });
    const read = await call(test, 'GET /cases/2304');
    expect([answered.status, answered.headers['etag']]).toEqual([200, read.headers['etag']]);
    expect(answered.body).toEqual(read.body);
  });

  it('are due on a day, which is kept, taken away and taken back as any other property', async () => {
    const { status, body } = await call(test, 'PATCH /cases/2304', { body: { dueOn: '2028-02-29' } });
    expect([status, body.dueOn]).toEqual([200, '2028-02-29']);
    expect((await call(test, 'GET /cases/2304?fields=dueOn')).body).toEqual({ dueOn: '2028-02-29' });
    const away = await call(test, 'PATCH /cases/2304', { body: { dueOn: null } });
    expect(away.body.dueOn).toBeNull();
    const { body: history } = await call(test, 'GET /cases/2304/history');
    expect(history.items[0].entries).toMatchObject([{ property: 'dueOn', oldValue: '2028-02-29', newValue: null }]);
    expect((await call(test, `GET /cases/2304/at?revision=${body.revision}`)).body.dueOn).toBe('2028-02-29');
    await call(test, 'POST /cases/2304/revert', { body: { revision: away.body.revision } });
    expect((await call(test, 'GET /cases/2304')).body.dueOn).toBe('2028-02-29');
    const properties = { title: 'Due', spaceId: 1, projectId: 1, dueOn: '0001-01-01' };
    expect((await call(test, 'POST /cases', { body: properties })).body.dueOn).toBe('0001-01-01');
    const bulk = { selection: { ids: [2304, 2305] }, changes: { dueOn: '9999-12-31' }, mode: 'all-or-nothing' };
    expect((await call(test, 'POST /cases/bulk', { body: bulk })).body.changed).toBe(2);
    expect((await call(test, 'GET /cases/2305')).body.dueOn).toBe('9999-12-31');
  });

  it('change together with a comment, both or neither', async () => {
    const before = await traces(test);
    const refused = await call(test, 'PATCH /cases/2304', { body: { title: 'Now', comment: { text: '  ' } } });
    expect([refused.status, await traces(test)]).toEqual([400, before]);
    const { body } = await call(test, 'PATCH /cases/2304', { body: { title: 'Now', comment: { text: '<p>So.</p>' } } });
    expect([body.title, body.commentCount]).toEqual(['Now', 1]);
  });

  it.each([
    [{}, 'The request body', /at least one property/u],
    [{ colour: 'red' }, 'colour', /is not known here/u],
    [{ title: 7 }, 'title', /must be a string/u],
    [{ title: '' }, 'title', /must not be empty/u],
    [{ statusId: '3' }, 'statusId', /must be an integer/u],
    [{ dueOn: 'tomorrow' }, 'dueOn', /./u],
    [{ dueOn: '2027-02-29' }, 'dueOn', /./u],
    [{ dueOn: '0000-01-01' }, 'dueOn', /must be a day like/u],
    [{ dueOn: 20270101 }, 'dueOn', /./u],
    [{ dueOn: '2026-11-24T00:00:00Z' }, 'dueOn', /./u],
    [{ statusId: 9999 }, 'statusId', /there is no 9999/u],
    [{ tags: ['a', 5] }, 'tags.1', /must be a string/u],
  ])('refuse %j and name the field', async (patch, field, problem) => {
    const before = await traces(test);
    const { status, body } = await call(test, 'PATCH /cases/2304', { body: patch });
    expect([status, body.code, body.errors[0]]).toEqual([
      400,
      'FIELDS_INVALID',
      { field, problem: expect.stringMatching(problem) },
    ]);
    expect(await traces(test)).toEqual(before);
  });

  it('are changed under a condition, or the refusal says what was changed meanwhile and by whom', async () => {
    const read = await call(test, 'GET /cases/2304');
    const etag = String(read.headers['etag']);
    const first = await call(test, 'PATCH /cases/2304', { body: { title: 'First' }, headers: { 'if-match': etag } });
    expect(first.status).toBe(200);
    const second = await call(test, 'PATCH /cases/2304', { body: { title: 'Second' }, headers: { 'if-match': etag } });
    expect(second.status).toBe(412);
    expect(second.body).toMatchObject({
      code: 'CASE_CONFLICT',
      revision: read.body.revision + 1,
      conflicts: [{ property: 'title', currentValue: 'First', changedBy: { id: 1 } }],
    });
    expect((await call(test, 'GET /cases/2304')).body.title).toBe('First');
    const merged = await call(test, 'PATCH /cases/2304', { body: { assigneeId: null } });
    expect([merged.status, merged.body.title]).toEqual([200, 'First']);
  });

  it('are created with a location, and again with an idempotency key answer the same', async () => {
    const { projectId, spaceId } = (await call(test, 'GET /cases/2304')).body;
    const request = { body: { title: 'New', spaceId, projectId }, headers: { 'idempotency-key': 'k-1' } };
    const first = await call(test, 'POST /cases', request);
    expect([first.status, first.headers['location']]).toEqual([201, `/api/v1/cases/${first.body.id}`]);
    const after = await traces(test);
    const again = await call(test, 'POST /cases', request);
    expect([again.status, again.body, again.headers['idempotency-replayed']]).toEqual([201, first.body, 'true']);
    const other = await call(test, 'POST /cases', { ...request, body: { ...request.body, title: 'Other' } });
    expect([other.status, other.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    expect(await traces(test)).toEqual(after);
  });

  it('tell in a dry run what would be, and nothing is written', async () => {
    const before = await traces(test);
    const would = await call(test, 'PATCH /cases/2304', { body: { title: 'Would' }, headers: { prefer: 'dry-run' } });
    expect([would.status, would.body.title, would.headers['preference-applied']]).toEqual([200, 'Would', 'dry-run']);
    const wouldNot = await call(test, 'PATCH /cases/2304?dryRun=true', { body: { statusId: 9999 } });
    expect(wouldNot.status).toBe(400);
    for (const prefer of ['return=minimal, dry-run=""', 'dryRun', 'dry-run="true"']) {
      const answer = await call(test, 'PATCH /cases/2304', { body: { title: 'Would' }, headers: { prefer } });
      expect(answer.headers['preference-applied']).toBe('dry-run');
    }
    const unclear = { body: { title: 'Would' }, headers: { prefer: 'dry-run=maybe' } };
    expect((await call(test, 'PATCH /cases/2304', unclear)).body.errors[0].field).toBe('Prefer');
    expect(await traces(test)).toEqual(before);
  });

  it('do not exist for whoever may not see them, and are refused to whoever may only read', async () => {
    const stranger = await call(test, 'GET /cases/2304', { key: null });
    expect([stranger.status, stranger.body.code]).toEqual([401, 'KEY_MISSING']);
    const refused = await call(test, 'DELETE /cases/2304', { key: await newKeyOf(test, 'priya.raman') });
    expect([refused.status, refused.body.code, refused.body.detail]).toEqual([
      403,
      'RIGHT_MISSING',
      expect.stringContaining('Delete'),
    ]);
    expect((await call(test, 'GET /cases/99999999')).body.code).toBe('CASE_NOT_FOUND');
    expect((await call(test, `GET /cases/${'9'.repeat(400)}`)).body.code).toBe('ROUTE_NOT_FOUND');
    const absurd = await call(test, 'PATCH /cases/2304', { body: { statusId: 1e300 } });
    expect([absurd.status, absurd.body.errors[0].field]).toEqual([400, 'statusId']);
    expect((await call(test, 'PUT /cases/2304')).status).toBe(405);
  });

  it.each([
    ['GET /cases/abc', 'caseId', 'must be an integer'],
    ['PATCH /cases/NaN', 'caseId', 'must be an integer'],
    ['GET /cases/0', 'caseId', 'must be at least 1'],
    ['GET /comments/undefined', 'commentId', 'must be an integer'],
  ])('are not found at %s, which names the parameter', async (operation, field, problem) => {
    const { status, body } = await call(test, operation, operation.startsWith('P') ? { body: { title: 'Now' } } : {});
    expect([status, body.code, body.title]).toEqual([404, 'ROUTE_NOT_FOUND', 'There is nothing at this address.']);
    expect([body.errors, body.detail]).toEqual([[{ field, problem }], `${field} ${problem}.`]);
  });

  it('are not found where nothing is, and no parameter is named', async () => {
    const { status, body } = await call(test, 'GET /nothing');
    expect([status, body.code, body.errors]).toEqual([404, 'ROUTE_NOT_FOUND', undefined]);
    expect(body.detail).toContain('There is nothing at GET /api/v1/nothing.');
  });

  it('tell a body that is no JSON which one is taken', async () => {
    const { app } = test;
    const headers = { authorization: `Bearer ${SANDBOX_KEY}`, 'content-type': 'text/plain' };
    const answer = await app.inject({ method: 'PATCH', url: '/api/v1/cases/2304', headers, payload: 'title=Now' });
    expect([answer.statusCode, answer.json().title, answer.json().detail]).toEqual([
      415,
      'The request body has a form that is not taken here.',
      'The request body must be JSON, sent with Content-Type: application/json.',
    ]);
  });

  it('go to the bin with nothing left to answer', async () => {
    const { status, body } = await call(test, 'DELETE /cases/2304');
    expect([status, body]).toEqual([204, '']);
    expect((await call(test, 'GET /cases/2304')).status).toBe(404);
  });
});
