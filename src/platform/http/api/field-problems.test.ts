import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../../test/support/api.ts';
import { dialects, startTestApp, type TestApp } from '../../../../test/support/test-app.ts';

describe.each(dialects)('the words of refusals on %s', (dialect) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp(dialect);
  });
  afterAll(() => test.close());

  const refused = async (operation: string, body?: object) => {
    const answer = await call(test, operation, body === undefined ? {} : { body });
    expect([answer.status, answer.body.code]).toEqual([400, 'FIELDS_INVALID']);
    return answer.body;
  };

  it.each([
    ['GET /cases?status=open', undefined, 'status', '; known are query, limit, cursor, fields, include, count'],
    ['PATCH /cases/2304', { status: 'Closed' }, 'status', '; did you mean "statusId"?'],
    ['PATCH /cases/2304', { Title: 'Now' }, 'Title', '; did you mean "title"?'],
    [
      'POST /cases/bulk',
      { selection: { caseIds: [1] }, changes: { title: 'x' } },
      'selection.caseIds',
      '; known are ids, query, all',
    ],
    ['POST /cases/2304/comments', { text: 'x', internal: true }, 'internal', '; did you mean "isInternal"?'],
    ['GET /events?spaceId=1', undefined, 'spaceId', '; did you mean "space"?'],
    ['POST /projects/1/milestones', { title: 'x', dueOn: '2026-12-24' }, 'dueOn', '; did you mean "dueAt"?'],
    ['PATCH /cases/2304', { colour: 'red' }, 'colour', ''],
  ])('of %s with %j say which name is known', async (operation, body, field, hint) => {
    const { errors, detail } = await refused(operation, body);
    const problem = `is not known here${hint}`;
    expect(errors).toContainEqual({ field, problem });
    expect(detail).toContain(`${field} ${problem}${hint.endsWith('?') ? '' : '.'}`);
  });

  it('of very many unknown fields suggest names for the first few', async () => {
    const body = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`titl${index}`, 'x']));
    const { errors } = await refused('PATCH /cases/2304', body);
    const suggested = errors.map(({ problem }: { problem: string }) => problem.includes('did you mean'));
    expect(suggested).toEqual(Array.from({ length: 50 }, (_, index) => index < 10));
  });

  it('of a list that may be null tell what is wrong within, and not to send null instead', async () => {
    const key = { name: 'bot', spaceIds: [1, 'x'], rights: ['Create', 'Foo'] };
    const { errors, detail } = await refused('POST /keys', key);
    expect(errors.map(({ field }: { field: string }) => field)).toEqual(['spaceIds.1', 'rights.1']);
    expect(detail).not.toContain('null');
    const twice = await refused('POST /keys', { name: 'bot', rights: ['Foo', 'Create', 'Bar'] });
    expect(twice.errors.map(({ field }: { field: string }) => field)).toEqual(['rights.0', 'rights.2']);
  });

  it.each([
    ['PATCH /cases/2304', { assigneeId: 'x' }, 'assigneeId', 'must be an integer'],
    ['PATCH /cases/2304', { assigneeId: 0 }, 'assigneeId', 'must be at least 1'],
    ['PATCH /statuses/1', { color: 'mauvelous' }, 'color', /^must be one of [a-z, ]+$/u],
    ['GET /cases/2304/comments?parentId=abc', undefined, 'parentId', 'must be an integer or none'],
    ['GET /cases/2304/comments?parentId=0', undefined, 'parentId', 'must be at least 1'],
    ['GET /cases/2304/comments?order=none', undefined, 'order', 'must be one of oldest, newest'],
  ])('of %s with %j say what may stand there', async (operation, body, field, problem) => {
    const expected = typeof problem === 'string' ? problem : expect.stringMatching(problem);
    expect((await refused(operation, body)).errors).toEqual([{ field, problem: expected }]);
  });
});
