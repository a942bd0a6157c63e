import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../test/support/api.ts';
import { importFile } from '../../../test/support/imports.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { createKey } from '../keys/create-key.ts';
import { getUserByName } from '../users/find-user.ts';

describe.each(dialects)('what cases are called where they came from, on %s', (dialect) => {
  let test: TestApp;
  let ids: readonly number[];

  beforeAll(async () => {
    test = await startTestApp(dialect);
    await importFile(test, { content: 'externalId,title\nABC-12,Twelve\nABC-13,Thirteen\nabc-12,Other\n"A b,c",Odd' });
    const rows = await test.rows('select case_id from case_external_ids order by case_id');
    ids = rows.map((row) => Number(row['case_id']));
  });

  afterAll(async () => {
    expect(test.logged()).not.toContain('defect');
    await test.close();
  });

  const numbersFound = async (query: string, key?: string): Promise<number[]> => {
    const path = `/cases?limit=200&query=${encodeURIComponent(query)}`;
    const { status, body } = await call(test, `GET ${path}`, key === undefined ? {} : { key });
    expect([query, status]).toEqual([query, 200]);
    return body.items.map(({ id }: { id: number }) => id).toSorted((one: number, other: number) => one - other);
  };

  it('is answered when it is asked for, of one case and of many', async () => {
    const one = await call(test, `GET /cases/${ids[0]}?include=externalId,status&fields=title`);
    expect(one.body).toEqual({ title: 'Twelve', externalId: 'ABC-12', status: expect.objectContaining({ id: 1 }) });
    expect((await call(test, 'GET /cases/2304?include=externalId&fields=id')).body).toEqual({
      ...{ id: 2304, externalId: null },
    });
    expect((await call(test, `GET /cases/${ids[0]}`)).body).not.toHaveProperty('externalId');
    const query = encodeURIComponent('number:2304 OR externalId:ABC-13 sort:number');
    const { body } = await call(test, `GET /cases?include=externalId&fields=id&query=${query}`);
    expect(body.items).toEqual([
      { id: 2304, externalId: null },
      { id: ids[1], externalId: 'ABC-13' },
    ]);
    const changed = await call(test, `PATCH /cases/${ids[0]}?include=externalId`, { body: { tags: ['x'] } });
    expect(changed.body).toMatchObject({ tags: ['x'], externalId: 'ABC-12' });
    expect((await call(test, 'GET /cases/2304?fields=externalId')).body.errors[0].field).toBe('fields');
  });

  it('is found by queries, to the letter; the field may be in any case', async () => {
    const [twelve = 0, thirteen = 0, other = 0, odd = 0] = ids;
    expect(await numbersFound('externalId:ABC-12')).toEqual([twelve]);
    expect(await numbersFound('EXTERNALID:abc-12')).toEqual([other]);
    expect(await numbersFound('externalid:ABC-12,ABC-13,ABC-14')).toEqual([twelve, thirteen]);
    expect(await numbersFound('externalId:"A b,c"')).toEqual([odd]);
    expect(await numbersFound('externalId:ABC-12 title')).toEqual([]);
    expect(await numbersFound('externalId:ABC-12 Twelve')).toEqual([twelve]);
    expect(await numbersFound('externalId:ABC')).toEqual([]);
    expect(await numbersFound('-externalId:none')).toEqual(ids);
    expect(await numbersFound('externalId:none number:2304')).toEqual([2304]);
    expect(await numbersFound('-externalId:ABC-12 -externalId:none')).toEqual([thirteen, other, odd]);
  });

  it('is told to nobody who does not see the case', async () => {
    const user = await getUserByName(test.operator, 'jonas.weber');
    const stranger = await createKey(test.operator, { user, name: 'Elsewhere', spaceIds: [2] });
    expect(await numbersFound('externalId:ABC-12', stranger)).toEqual([]);
    expect((await call(test, `GET /cases/${ids[0]}?include=externalId`, { key: stranger })).status).toBe(404);
  });

  it('is what an unknown field was probably meant to be', async () => {
    for (const field of ['externlId', 'key']) {
      const { status, body } = await call(test, `GET /cases?query=${field}:ABC-12`);
      expect([status, body.queryFaults[0].suggestion]).toEqual([400, 'externalId']);
    }
  });
});
