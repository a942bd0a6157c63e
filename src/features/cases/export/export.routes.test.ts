import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../../test/support/api.ts';
import { dialects, startTestApp, type TestApp } from '../../../../test/support/test-app.ts';
import { createKey } from '../../keys/create-key.ts';
import { getUserByName } from '../../users/find-user.ts';

describe.each(dialects)('exported cases on %s', (dialect) => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp(dialect);
  });

  afterAll(async () => {
    expect(test.logged()).not.toContain('defect');
    await test.close();
  });

  const linesOf = (text: string): string[] => text.split('\r\n').filter((line) => line !== '');

  it('are all there as JSON lines, in the order of their numbers, with names beside IDs', async () => {
    const { status, headers, body } = await call(test, 'GET /cases/export?format=jsonl');
    expect([status, headers['content-type']]).toEqual([200, 'application/x-ndjson; charset=utf-8']);
    const cases = String(body)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const [counted] = await test.rows('select count(*) as count from cases where deleted_at is null');
    expect(cases).toHaveLength(Number(counted?.['count']));
    expect(cases.map(({ id }) => id)).toEqual(cases.map(({ id }) => id).sort((one, other) => one - other));
    const { body: read } = await call(test, 'GET /cases/2304?include=status,space');
    expect(cases.find(({ id }) => id === 2304)).toMatchObject({
      title: read.title,
      status: read.status.name,
      space: read.space.name,
      statusId: read.statusId,
      tags: read.tags,
    });
  });

  it('as CSV keep their texts, and are no formulas', async () => {
    const title = '=HYPERLINK("http://x","a, b")';
    const body = { title, description: 'one\ntwo', spaceId: 1, projectId: 1, tags: ['@sum', 'b'] };
    const { id } = (await call(test, 'POST /cases', { body })).body;
    const { headers, body: file } = await call(test, `GET /cases/export?query=number:${id}`);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(headers['content-disposition']).toContain('filename="cases.csv"');
    const [head, line] = linesOf(String(file));
    expect(head).toMatch(/^id,externalId,title,description,spaceId,space,/u);
    expect(line).toContain(`${id},,"'=HYPERLINK(""http://x"",""a, b"")","one\ntwo",1,`);
    expect(line).toContain(`"'@sum,b"`);
  });

  it('are those of the space, the query and the sight of whoever asks', async () => {
    const ids = async (query: string, key?: string): Promise<number[]> => {
      const { body } = await call(test, `GET /cases/export?format=jsonl${query}`, key === undefined ? {} : { key });
      const lines = String(body)
        .split('\n')
        .filter((line) => line !== '');
      return lines.map((line) => JSON.parse(line).spaceId);
    };
    expect(new Set(await ids('&spaceId=2'))).toEqual(new Set([2]));
    expect(await ids('&spaceId=99')).toEqual([]);
    expect(new Set(await ids('&query=status:open&spaceId=1'))).toEqual(new Set([1]));
    const user = await getUserByName(test.operator, 'priya.raman');
    const narrowed = await createKey(test.operator, { user, name: 'Narrowed', spaceIds: [2] });
    expect(new Set(await ids('', narrowed))).toEqual(new Set([2]));
  });

  it.each([
    ['format=pdf', 'format'],
    ['query=colour:red', 'query'],
    ['column=id', 'column'],
  ])('refuse %s before anything is sent', async (query, field) => {
    const { status, body } = await call(test, `GET /cases/export?${query}`);
    expect([status, body.code, body.errors[0].field]).toEqual([400, 'FIELDS_INVALID', field]);
  });
});
