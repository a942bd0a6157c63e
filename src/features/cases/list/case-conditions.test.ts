import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call } from '../../../../test/support/api.ts';
import { traces } from '../../../../test/support/cases.ts';
import { dialects, startTestApp, type TestApp } from '../../../../test/support/test-app.ts';

const conditionalChanges = [
  ['PATCH /cases/2304', { title: 'Now' }],
  ['DELETE /cases/2304', undefined],
  ['POST /cases/2304/revert', { revision: 1 }],
] as const;

describe.each(dialects)('conditions of requests for cases on %s', (dialect) => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp(dialect);
  });

  beforeEach(() => test.reset());

  afterAll(() => test.close());

  const revision = async (): Promise<number> => (await call(test, 'GET /cases/2304')).body.revision;

  it('are refused when If-Match is no strong entity tag', async () => {
    const before = await traces(test);
    for (const tag of ['3', '', '"3', '"3" "4"', '"3", 4', '*, "3"', 'W/"3"', '"3", W/"4"']) {
      const problem = tag.includes('W/') ? /weak ones \(W\/"3"\) never match/u : /entity tag in quotes, such as "3"/u;
      for (const [door, body] of conditionalChanges) {
        const refused = await call(test, door, { body, headers: { 'if-match': tag } });
        expect([refused.status, refused.body.code]).toEqual([400, 'FIELDS_INVALID']);
        expect(refused.body.errors).toEqual([{ field: 'If-Match', problem: expect.stringMatching(problem) }]);
      }
    }
    expect(await traces(test)).toEqual(before);
  });

  it('are fulfilled by one of several tags, and by any with *; tags of others match nothing', async () => {
    const changed = async (tag: string, title: string) =>
      (await call(test, 'PATCH /cases/2304', { body: { title }, headers: { 'if-match': tag } })).status;
    expect(await changed(`"other,one",  "${await revision()}"`, 'One')).toBe(200);
    expect(await changed('*', 'Two')).toBe(200);
    expect(await changed('"abc"', 'Three')).toBe(412);
    expect((await call(test, 'GET /cases/2304')).body.title).toBe('Two');
  });

  it('keep a case out of the bin that somebody changed meanwhile, and tell what', async () => {
    const seen = await revision();
    await call(test, 'PATCH /cases/2304', { body: { title: 'Meanwhile' } });
    const before = await traces(test);
    const refused = await call(test, 'DELETE /cases/2304', { headers: { 'if-match': `"${seen}"` } });
    expect([refused.status, refused.body.code, refused.body.revision]).toEqual([412, 'CASE_CONFLICT', seen + 1]);
    expect(refused.body.conflicts).toMatchObject([{ property: 'title', currentValue: 'Meanwhile' }]);
    expect(await traces(test)).toEqual(before);
    const deleted = await call(test, 'DELETE /cases/2304', { headers: { 'if-match': `"${seen + 1}"` } });
    expect(deleted.status).toBe(204);
  });

  it.each([
    ['POST /cases', { title: 'New', spaceId: 1, projectId: 1 }],
    ['POST /cases/2304/comments', { text: '<p>So.</p>' }],
    ['PATCH /users/2', { displayName: 'Other' }],
  ] as const)('are refused where nothing looks at them: %s', async (door, body) => {
    const before = await traces(test);
    const refused = await call(test, door, { body, headers: { 'if-match': '"3"' } });
    expect(refused.status).toBe(400);
    expect(refused.body.errors).toEqual([{ field: 'If-Match', problem: expect.stringMatching(/not heeded here/u) }]);
    expect(await traces(test)).toEqual(before);
  });

  it('are answered with 304 and nothing while the case is as it was', async () => {
    const etag = `"${await revision()}"`;
    for (const tag of [etag, `W/${etag}`, `"another", ${etag}`, '*']) {
      const again = await call(test, 'GET /cases/2304', { headers: { 'if-none-match': tag } });
      expect([again.status, again.body, again.headers['etag']]).toEqual([304, '', etag]);
    }
    await call(test, 'PATCH /cases/2304', { body: { title: 'Now' } });
    const changed = await call(test, 'GET /cases/2304', { headers: { 'if-none-match': etag } });
    expect([changed.status, changed.body.title]).toEqual([200, 'Now']);
  });

  it('have no address to tell when nothing was created', async () => {
    const body = { title: 'New', spaceId: 1, projectId: 1 };
    const would = await call(test, 'POST /cases', { body, headers: { prefer: 'dry-run' } });
    expect([would.status, would.headers['preference-applied']]).toEqual([201, 'dry-run']);
    expect(would.headers).not.toHaveProperty('location');
  });
});
