import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { putCase, readCase, send } from '../../../test/support/requests.ts';
import { dialects, startTestApp, type TestApp } from '../../../test/support/test-app.ts';
import { SANDBOX_KEY } from '../../app/fill-sandbox.ts';

/** Word for word from the vendor's page. Source: communifire-api.md section 2. */
const vendorBody = `"{
  \\"IssueTitle\\": \\"Unable to load the page.\\",
  \\"IssueDescription\\": \\"When I try to load the page, it shows 404. Yesterday it was existing.\\"
}"`.replaceAll('\n', '\\n');
const vendorAnswer = '{"IsError":false,"ResponseMessage":"ToBePublished","ResponseData":2304}';
const json = { 'content-type': 'application/json' };

describe.each(dialects)("the vendor's example on %s", (dialect) => {
  let testApp: TestApp;
  beforeAll(async () => {
    testApp = await startTestApp(dialect);
  });
  afterAll(() => testApp.close());
  let since: unknown;
  beforeEach(async () => {
    await putCase(testApp, 2304, { IssueTitle: 'Page does not load', IssueDescription: 'Since yesterday.' });
    since = (await testApp.rows('select max(id) as id from case_history'))[0]?.['id'];
  });

  const historyOf = (caseId: number) =>
    testApp.rows(
      `select property, old_value, new_value, door from case_history
        where case_id = ${caseId} and id > ${since} order by id`,
    );

  const ways = [
    ['in the header', '/api/cases/2304', { 'rest-api-key': SANDBOX_KEY }],
    ['as ?token=', `/api/cases/2304?token=${SANDBOX_KEY}`, { 'rest-api-key': '' }],
    ['as &token= without a ?', `/api/cases/2304&token=${SANDBOX_KEY}`, { 'rest-api-key': '' }],
    ['as ?Rest-Api-Key=', `/api/cases/2304?Rest-Api-Key=${SANDBOX_KEY}`, { 'rest-api-key': '' }],
    ['in a path of another case', `/API/Cases/2304?TOKEN=${SANDBOX_KEY}`, { 'rest-api-key': '' }],
  ] as const;

  it.each(ways)('answers word for word with the key %s', async (_way, url, headers) => {
    const answer = await send(testApp, { method: 'PUT', url, headers: { ...json, ...headers }, payload: vendorBody });
    expect(answer.body).toBe(vendorAnswer);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(await readCase(testApp, 2304)).toMatchObject({
      IssueTitle: 'Unable to load the page.',
      IssueDescription: 'When I try to load the page, it shows 404. Yesterday it was existing.',
    });
  });

  it('takes a plain object the same way', async () => {
    const answer = await putCase(testApp, 2304, JSON.parse(JSON.parse(vendorBody)));
    expect(answer.body).toBe(vendorAnswer);
    expect(await historyOf(2304)).toMatchObject([
      {
        property: 'title',
        old_value: '"Page does not load"',
        new_value: '"Unable to load the page."',
        door: 'communifire',
      },
      { property: 'description' },
    ]);
  });

  it('changes nothing and writes nothing when it is repeated', async () => {
    await putCase(testApp, 2304, JSON.parse(vendorBody));
    const before = [
      await historyOf(2304),
      await readCase(testApp, 2304),
      await testApp.rows('select count(*) from events'),
    ];
    expect((await putCase(testApp, 2304, JSON.parse(vendorBody))).body).toBe(vendorAnswer);
    const after = [
      await historyOf(2304),
      await readCase(testApp, 2304),
      await testApp.rows('select count(*) from events'),
    ];
    expect(after).toEqual(before);
  });
});
