import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../test/support/api.ts';
import { newKeyOf, traces } from '../../../test/support/cases.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';

describe.each(dialects)('likes in the new API on %s', (dialect) => {
  let test: TestApp;
  let commentId: number;

  beforeAll(async () => {
    test = await startTestApp(dialect);
    commentId = (await call(test, 'POST /cases/2304/comments', { body: { text: 'Good' } })).body.id;
  });

  afterAll(() => test.close());

  it.each(['case', 'comment'])('of a %s are given once, counted and taken back', async (entity) => {
    const path = entity === 'case' ? '/cases/2304/like' : `/comments/${commentId}/like`;
    const key = await newKeyOf(test, 'priya.raman');
    expect((await call(test, `PUT ${path}`)).body).toEqual({ count: 1, liked: true });
    const once = await traces(test);
    expect((await call(test, `PUT ${path}`)).body).toEqual({ count: 1, liked: true });
    expect(await traces(test)).toEqual(once);
    expect((await call(test, `GET ${path}`, { key })).body).toEqual({ count: 1, liked: false });
    expect((await call(test, `PUT ${path}`, { key })).body).toEqual({ count: 2, liked: true });
    expect((await call(test, `DELETE ${path}`)).body).toEqual({ count: 1, liked: false });
  });

  it.each(['/cases/99999/like', '/comments/99999/like'])('of what does not exist are refused: %s', async (path) => {
    const before = await traces(test);
    for (const method of ['GET', 'PUT', 'DELETE']) expect((await call(test, `${method} ${path}`)).status).toBe(404);
    expect(await traces(test)).toEqual(before);
  });
});
