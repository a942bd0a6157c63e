import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../../test/support/api.ts';
import { newKeyOf } from '../../../../test/support/cases.ts';
import { dialects, startTestApp, type TestApp } from '../../../../test/support/test-app.ts';
import { createKey } from '../../keys/create-key.ts';
import { getUserByName } from '../../users/find-user.ts';
import { countKeys } from './count-cases-by-query.ts';

type Counts = readonly { readonly value: number | null; readonly count: number }[];

describe.each(dialects)('the numbers of cases in the new API on %s', (dialect) => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp(dialect);
    await call(test, 'PATCH /cases/2304', { body: { assigneeId: null, tags: ['counted'] } });
    // Those in the bin do not count.
    await call(test, 'DELETE /cases/2305');
  });

  afterAll(() => test.close());

  const ask = (query: string, groupBy: string, key?: string) =>
    call(
      test,
      `GET /cases/counts?groupBy=${groupBy}&query=${encodeURIComponent(query)}`,
      key === undefined ? {} : { key },
    );
  const counted = async (query: string, groupBy: string, key?: string): Promise<Counts> => {
    const { status, body } = await ask(query, groupBy, key);
    expect([status, body.groupBy, body.isExact]).toEqual([200, groupBy, true]);
    expect(body.total).toBe(body.items.reduce((sum: number, { count }: { count: number }) => sum + count, 0));
    return body.items;
  };
  const inDatabase = async (column: string, where = 'deleted_at is null'): Promise<Counts> => {
    const rows = await test.rows(`select ${column} as value, count(*) as count from cases
      where ${where} group by ${column} order by count(*) desc, coalesce(${column}, 0)`);
    return rows.map(({ value, count }) => ({ value: value === null ? null : Number(value), count: Number(count) }));
  };
  const columnOf = (key: string): string => key.replace('Id', '_id');

  /** First the database answers, then the memory. */
  describe.each(['as the database', 'as the memory'])('%s has them', (who) => {
    beforeAll(async () => {
      if (who === 'as the memory') await test.platform.database.caseOrder.whenBuilt();
    });

    it.each(countKeys.map((key) => [key]))('are told by %s', async (key) => {
      const expected = await inDatabase(columnOf(key));
      expect(expected.length).toBeGreaterThan(1);
      expect(await counted('', key)).toEqual(expected);
    });

    it('are those of a query', async () => {
      const where = 'deleted_at is null and space_id = 2 and assignee_id is not null';
      expect(await counted('space:"Product Development" -assignee:none', 'statusId')).toEqual(
        await inDatabase('status_id', where),
      );
      expect(await counted('tag:counted', 'assigneeId')).toEqual([{ value: null, count: 1 }]);
      expect(await counted('assignee:none', 'assigneeId')).toHaveLength(1);
      expect(await counted('updated:<2001-01-01', 'statusId')).toEqual([]);
    });

    it('follow what changes', async () => {
      const count = async (): Promise<number> =>
        (await counted('', 'priorityId')).find(({ value }) => value === 1)?.count ?? 0;
      const before = await count();
      const { body } = await call(test, 'POST /cases', {
        body: { title: 'One more', spaceId: 1, projectId: 1, priorityId: 1 },
      });
      expect(await count()).toBe(before + 1);
      await call(test, `DELETE /cases/${body.id}`);
      expect(await count()).toBe(before);
    });

    it('are of the cases that can be seen', async () => {
      const sara = await newKeyOf(test, 'sara.lindqvist');
      expect((await counted('', 'spaceId', sara)).map(({ value }) => value)).toEqual([1]);
      const user = await getUserByName(test.operator, 'admin');
      const narrowed = await createKey(test.operator, { user, name: 'Narrow', spaceIds: [2] });
      expect((await counted('', 'spaceId', narrowed)).map(({ value }) => value)).toEqual([2]);
      expect(await counted('', 'statusId', sara)).toEqual(
        await inDatabase('status_id', 'deleted_at is null and space_id = 1'),
      );
    });
  });

  it('are counted with words, too', async () => {
    const { body } = await ask('invoice', 'projectId');
    const listed = await call(test, 'GET /cases?query=invoice&limit=200');
    expect(body.total).toBe(listed.body.items.length);
    expect(body.total).toBeGreaterThan(0);
  });

  it.each([
    ['groupBy=title', 'groupBy'],
    ['query=open', 'groupBy'],
    ['groupBy=statusId&query=colour:red', 'query'],
    ['groupBy=statusId&limit=5', 'limit'],
  ])('with %s are refused, and the field is named', async (parameters, field) => {
    const { status, body } = await call(test, `GET /cases/counts?${parameters}`);
    expect([status, body.errors[0].field]).toEqual([400, field]);
  });

  it('are told to nobody without a key', async () => {
    expect((await call(test, 'GET /cases/counts?groupBy=statusId', { key: null })).status).toBe(401);
  });
});
