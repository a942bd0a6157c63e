import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../../test/support/api.ts';
import { newKeyOf, traces } from '../../../../test/support/cases.ts';
import { dialects, startTestApp, type TestApp } from '../../../../test/support/test-app.ts';
import { filesOnDisk, upload } from '../../../../test/support/uploads.ts';

describe.each(dialects)('the bin in the new API on %s', (dialect) => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp(dialect);
  });

  afterAll(() => test.close());

  const newCases = async (count: number, spaceId = 1): Promise<number[]> => {
    const projectId = (await test.rows(`select id from projects where space_id = ${spaceId} order by id`))[0]?.['id'];
    const ids: number[] = [];
    for (let number = 0; number < count; number += 1) {
      ids.push((await call(test, 'POST /cases', { body: { title: `Case ${number}`, spaceId, projectId } })).body.id);
    }
    return ids;
  };

  const idsIn = (body: { items: { id: number }[] }): number[] => body.items.map(({ id }) => id);

  it('lists deleted cases, the latest first, page by page', async () => {
    const ids = await newCases(3);
    for (const id of ids) await call(test, `DELETE /cases/${id}`);
    const first = await call(test, 'GET /bin?limit=2');
    const second = await call(test, `GET /bin?limit=2&cursor=${first.body.next}`);
    expect([...idsIn(first.body), ...idsIn(second.body)]).toEqual([...ids].reverse());
    expect([first.body.next, second.body.next]).toEqual([expect.any(String), null]);
    const [item] = first.body.items;
    const kept = Date.parse(item.keptUntil) - Date.parse(item.deletedAt);
    expect(kept).toBe(30 * 24 * 60 * 60 * 1_000);
  });

  it('shows only the cases of the space that is asked for, and those that one may restore', async () => {
    const [here] = await newCases(1, 1);
    const [there] = await newCases(1, 2);
    for (const id of [here, there]) await call(test, `DELETE /cases/${id}`);
    expect(idsIn((await call(test, 'GET /bin?spaceId=2')).body)).toEqual([there]);
    const contributor = await newKeyOf(test, 'diego.fuentes');
    expect((await call(test, 'GET /bin', { key: contributor })).body).toEqual({ items: [], next: null });
    expect((await call(test, 'GET /bin?spaceId=1', { key: contributor })).body.items).toEqual([]);
  });

  it('gives a case back', async () => {
    await call(test, 'DELETE /cases/2304');
    const refused = await call(test, 'POST /cases/2304/restore', { key: await newKeyOf(test, 'priya.raman') });
    expect([refused.status, refused.body.code]).toEqual([403, 'RIGHT_MISSING']);
    const { status, headers, body } = await call(test, 'POST /cases/2304/restore?fields=id,revision');
    expect([status, headers['etag'], body.id]).toEqual([200, `"${body.revision}"`, 2304]);
    expect((await call(test, 'GET /cases/2304')).status).toBe(200);
    expect((await call(test, 'POST /cases/2304/restore')).body.code).toBe('CASE_NOT_FOUND');
  });

  it('lets go of a case for good, with its files, for managers alone', async () => {
    const [id] = await newCases(1);
    await upload(test, Number(id), [{ name: 'a.txt', content: 'a' }]);
    const commentId = (await call(test, `POST /cases/${id}/comments`, { body: { text: 'said' } })).body.id;
    await call(test, `PATCH /comments/${commentId}`, { body: { text: 'meant' } });
    expect((await call(test, `DELETE /bin/${id}`)).status).toBe(404);
    await call(test, `DELETE /cases/${id}`);
    const agent = await newKeyOf(test, 'jonas.weber');
    const before = await traces(test);
    const refused = await call(test, `DELETE /bin/${id}`, { key: agent });
    expect([refused.status, refused.body.detail]).toEqual([403, expect.stringContaining('ManageSpace')]);
    expect((await call(test, `DELETE /bin/${id}?dryRun=true`)).status).toBe(204);
    expect([await traces(test), await filesOnDisk(test)]).toEqual([before, [expect.any(String)]]);
    const key = await newKeyOf(test, 'sara.lindqvist');
    expect((await call(test, `DELETE /bin/${id}`, { key })).status).toBe(204);
    expect(await filesOnDisk(test)).toEqual([]);
    expect((await call(test, `POST /cases/${id}/restore`)).status).toBe(404);
    expect(await test.rows(`select type from events where case_id = ${id} order by id desc limit 1`)).toEqual([
      { type: 'case.purged' },
    ]);
  });
});
