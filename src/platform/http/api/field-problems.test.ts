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
