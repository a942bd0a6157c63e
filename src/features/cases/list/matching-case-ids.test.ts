import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dialects, startTestApp, type TestApp } from '../../../../test/support/test-app.ts';
import { parseQuery } from '../../queries/parse-query.ts';
import { resolveQuery } from '../../queries/resolve-query.ts';
import { updateCase } from '../update-case.ts';
import { matchingCaseIds } from './matching-case-ids.ts';

const collected = async (portions: AsyncIterable<readonly number[]>): Promise<number[]> => {
  const ids: number[] = [];
  for await (const portion of portions) ids.push(...portion);
  return ids;
};

describe.each(dialects)('the numbers of all cases of a query on %s', (dialect) => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp(dialect);
  });
  afterAll(() => test.close());

  const idsOf = async (query: string, after?: number): Promise<number[]> => {
    const { where } = await resolveQuery(test.operator, parseQuery(query));
    const selection = { where, ...(after === undefined ? {} : { after }) };
    return collected(matchingCaseIds(test.operator, selection));
  };
  const idsInRows = async (condition: string): Promise<number[]> =>
    (await test.rows(`select id from cases where ${condition} order by id`)).map(({ id }) => Number(id));

  it.each([
    ['space:1', 'space_id = 1'],
    ['sort:-title', '1 = 1'],
    [
      '-mail',
      `not exists (select 1 from case_tags where case_id = cases.id and name like '%mail%')
      and not exists (select 1 from comments where case_id = cases.id and lower(text) like '%mail%')
      and lower(title || description) not like '%mail%'`,
    ],
    [
      'mail -priority:4',
      `priority_id <> 4 and (lower(title || description) like '%mail%'
      or exists (select 1 from comments where case_id = cases.id and lower(text) like '%mail%')
      or exists (select 1 from case_tags where case_id = cases.id and name like '%mail%'))`,
    ],
  ])('are those of %s, in ascending order', async (query, condition) => {
    const expected = await idsInRows(condition);
    expect(expected.length).toBeGreaterThan(0);
    expect(await idsOf(query)).toEqual(expected);
    expect(await idsOf(query, 2310)).toEqual(expected.filter((id) => id > 2310));
  });

  it('are found inside a transaction too, with what it has changed itself', async () => {
    const caseId = 2304;
    await expect(
      test.operator.inTransaction(async (tx) => {
        await updateCase(tx, { caseId, changes: { assigneeId: 7 } });
        const { where } = await resolveQuery(tx, parseQuery('assignee:7 number:2304'));
        expect(await collected(matchingCaseIds(tx, { where }))).toEqual([caseId]);
        throw new Error('taken back');
      }),
    ).rejects.toThrow('taken back');
  });
});
