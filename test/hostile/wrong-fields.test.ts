import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../support/api.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

/** As large as a short list of the wrong fields may make an answer, in characters. */
const SMALL = 20_000;

describe('a request in which a great deal is wrong', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp('sqlite');
  });
  afterAll(() => test.close());

  const names = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`field${index}`, 0]));

  it.each([
    ['unknown fields', 'POST /cases', names],
    ['wrong entries', 'POST /cases/bulk', { ids: Array.from({ length: 200_000 }, () => ''), changes: {} }],
    ['wrong entries deeper down', 'POST /cases', { tags: Array.from({ length: 100_000 }, () => ({})) }],
  ])('with %s is answered briefly', async (_, target, body) => {
    const answer = await call(test, target, { body });
    expect([answer.status, answer.body.code]).toEqual([400, 'FIELDS_INVALID']);
    expect(JSON.stringify(answer.body).length).toBeLessThan(SMALL);
  });

  it('names each of a hundred wrong fields, and of some more a hundred', async () => {
    const some = (count: number) => Object.fromEntries(Object.entries(names).slice(0, count));
    const few = await call(test, 'POST /spaces', { body: { name: 'Wide', visibility: 'public', ...some(90) } });
    expect(few.body.errors).toHaveLength(90);
    expect(few.body.detail).toMatch(/80 more fields are wrong\.$/u);
    const many = await call(test, 'POST /spaces', { body: { name: 'Wide', ...some(300) } });
    expect(many.body.errors).toHaveLength(100);
  });
});

describe('an address of the new API that cannot be read', () => {
  it.each(['/api/v1/cases/%', '/api/v1/spaces/1/%ED%A0%80'])('%s is refused in its manner', async (url) => {
    const test = await startTestApp('sqlite');
    const { statusCode, headers } = await test.app.inject({ url });
    await test.close();
    expect([statusCode, headers['content-type']]).toEqual([400, 'application/problem+json; charset=utf-8']);
  });
});
