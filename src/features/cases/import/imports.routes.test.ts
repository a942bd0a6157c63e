import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../../test/support/api.ts';
import { askWith, newSession, ownPage } from '../../../../test/support/browser.ts';
import { beginImport, importFile } from '../../../../test/support/imports.ts';
import { dialects, startTestApp, type TestApp } from '../../../../test/support/test-app.ts';
import { filesOnDisk } from '../../../../test/support/uploads.ts';
import { SANDBOX_PASSWORD } from '../../../app/sandbox-access.ts';
import { createKey } from '../../keys/create-key.ts';
import { getUserByName } from '../../users/find-user.ts';

describe.each(dialects)('imported cases on %s', (dialect) => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp(dialect);
  });

  afterAll(async () => {
    expect(test.logged()).not.toContain('defect');
    await test.close();
  });

  const keyOf = async (username: string): Promise<string> => {
    const user = await getUserByName(test.operator, username);
    return createKey(test.operator, { user, name: 'For imports' });
  };
  const caseCalled = async (externalId: string) => {
    const [row] = await test.rows(`select case_id from case_external_ids where external_id = '${externalId}'`);
    return row === undefined ? undefined : (await call(test, `GET /cases/${Number(row['case_id'])}`)).body;
  };
  const written = async () =>
    (
      await test.rows(`select (select count(*) from cases) as cases, (select count(*) from case_history) as history,
        (select count(*) from events) as events, (select sum(revision) from cases) as revisions`)
    )[0];

  it('are created with the names of their columns, and changed or left as they are by a second run', async () => {
    const head = 'Issue key,Summary,Description,Status,Priority,Assignee,Labels,Created';
    const rows = [
      'W-1,First,<p>One</p>,New,High,jonas.weber,"a,b",2026-01-31T10:00:00Z',
      'W-2,Second,,Closed,,,,2026-02-01',
    ];
    const first = await importFile(test, { content: [head, ...rows].join('\r\n') });
    expect(first.ended).toMatchObject({
      state: 'done',
      rowCount: 2,
      created: 2,
      changed: 0,
      refused: 0,
      problem: null,
    });
    expect(await caseCalled('W-1')).toMatchObject({
      ...{ title: 'First', description: '<p>One</p>', assigneeId: 3, tags: ['a', 'b'], spaceId: 1, reporterId: 1 },
      createdAt: '2026-01-31T10:00:00.000Z',
    });
    const before = await written();
    const second = await importFile(test, { content: [head, ...rows].join('\n') });
    expect(second.ended).toMatchObject({ created: 0, changed: 0, unchanged: 2, refused: 0 });
    expect(await written()).toEqual(before);

    const third = await importFile(test, { content: 'External ID;Title;Tags\nW-1;Renamed;\nW-2;Second;' });
    expect(third.ended).toMatchObject({ created: 0, changed: 1, unchanged: 1 });
    expect(await caseCalled('W-1')).toMatchObject({ title: 'Renamed', tags: [], assigneeId: 3, revision: 2 });
    expect(await filesOnDisk(test)).toEqual([]);
  });

  it('are changed by each row about them, whether it names them by number or by external ID', async () => {
    await importFile(test, { content: 'externalId,title\nee1,Named twice' });
    const { id } = await caseCalled('ee1');
    const rows = ['ee1,,By external ID,', `ee2,${id},,tagB`, `,0${id},,"tagB,tagC"`, `ee3,${id},By number,"tagB,tagC"`];
    const query = `spaceId=1&columns=${encodeURIComponent('{"id":"id"}')}`;
    const { ended } = await importFile(test, { content: ['externalId,id,title,tags', ...rows].join('\n'), query });
    expect(ended).toMatchObject({ refused: 0, changed: 4 });
    expect(await caseCalled('ee1')).toMatchObject({ title: 'By number', tags: ['tagB', 'tagC'], revision: 5 });
    const revisions = await test.rows(
      `select distinct revision from case_history where case_id = ${id} order by revision`,
    );
    expect(revisions.map(({ revision }) => Number(revision))).toEqual([1, 2, 3, 4, 5]);
  });

  it('are those of the rows that are not refused; refusals name the line and the column', async () => {
    const content = [
      'Key,Summary,State,Owner,Foo,Prioritty',
      'R-1,Good,New,,,',
      'R-2,Bad,Nw,nobody,,',
      'R-3,,New,,,',
      'R-4,Too,few',
    ].join('\n');
    const { ended, refusals } = await importFile(test, { content });
    expect(ended).toMatchObject({ state: 'done', rowCount: 4, created: 1, refused: 3 });
    expect(ended.columns.filter(({ isKnown }: { isKnown: boolean }) => !isKnown)).toEqual([
      { column: 'Foo', property: null, isKnown: false, suggestion: null },
      { column: 'Prioritty', property: null, isKnown: false, suggestion: 'priority' },
    ]);
    const told = refusals.map(({ line, problem }: { line: number; problem: { errors: { field: string }[] } }) => [
      line,
      problem.errors.map(({ field }) => field),
    ]);
    expect(told).toEqual([
      [3, ['State', 'Owner']],
      [4, ['Summary']],
      [5, ['row']],
    ]);
    expect(refusals[0].problem.errors[0].problem).toContain('did you mean "New"?');
    expect(await caseCalled('R-2')).toBeUndefined();
  });

  it('are only counted by a dry run', async () => {
    const before = await written();
    const content = 'externalId,title,status\nD-1,New one,New\nD-2,Bad one,Nonsense\nD-1,Again,New';
    const { ended } = await importFile(test, { content, query: 'spaceId=1&dryRun=true' });
    expect(ended).toMatchObject({ state: 'done', isDryRun: true, rowCount: 3, created: 1, unchanged: 1, refused: 1 });
    expect(await written()).toEqual(before);
    expect(await filesOnDisk(test)).toEqual([]);
  });

  it('are refused on a line with too many names, or too long ones, without a look at each', async () => {
    const names = Object.fromEntries(Array.from({ length: 200_000 }, (_, index) => [`unknown${index}`, 1]));
    const lines = [
      { title: 'Wide', ...names },
      { title: 'Long', ['x'.repeat(201)]: 1 },
      { title: 'Narrow', Foo: 1 },
    ];
    const content = lines.map((line) => JSON.stringify(line)).join('\n');
    const { ended, refusals } = await importFile(test, { content, name: 'wide.jsonl' });
    expect(ended).toMatchObject({ state: 'done', created: 1, refused: 2 });
    expect(ended.columns.map(({ column }: { column: string }) => column)).toEqual(['title', 'Foo']);
    expect(refusals.map(({ problem }: { problem: { detail: string } }) => problem.detail)).toEqual([
      expect.stringContaining('at most 500 names'),
      expect.stringContaining('at most 200 characters'),
    ]);
    const { body: listed } = await call(test, 'GET /imports?limit=1');
    expect(listed.items).toMatchObject([{ id: ended.id, created: 1 }]);
    expect(listed.items[0]).not.toHaveProperty('columns');
  });

  it('are what whoever imports them may write', async () => {
    const contributor = await keyOf('diego.fuentes');
    const content = 'title,assignee,reporter\nMine,,\nTheirs,jonas.weber,\nIn the name of others,,jonas.weber';
    const { ended, refusals } = await importFile(test, { content, key: contributor });
    expect(ended).toMatchObject({ state: 'done', created: 1, refused: 2 });
    expect(refusals.map(({ problem }: { problem: { code: string } }) => problem.code)).toEqual([
      'RIGHT_MISSING',
      'RIGHT_MISSING',
    ]);
  });

  it('belong to nobody who took the e-mail address or the name of somebody else, and tell nobody whose it is', async () => {
    const jonas = await getUserByName(test.operator, 'jonas.weber');
    const [agent, contributor] = [await keyOf('jonas.weber'), await keyOf('diego.fuentes')];
    const byAddress = (key: string) => importFile(test, { content: `title,assignee\nFor one,${jonas.email}`, key });
    expect((await byAddress(agent)).ended).toMatchObject({ created: 1, refused: 0 });
    expect((await byAddress(contributor)).refusals[0].problem.errors[0].problem).toContain('there is no');
    const own = (await getUserByName(test.operator, 'diego.fuentes')).email;
    const { ended } = await importFile(test, { content: `title,reporter\nMy own,${own}`, key: contributor });
    expect(ended).toMatchObject({ created: 1, refused: 0 });

    const { cookie } = await newSession(test, 'diego.fuentes');
    const change = (body: object) =>
      askWith(test, 'PATCH /me', cookie, ownPage, { ...body, currentPassword: SANDBOX_PASSWORD });
    const taken = await change({ email: jonas.email.toUpperCase() });
    expect(taken.status).toBe(200);
    const { refusals } = await byAddress(agent);
    expect(refusals[0].problem.errors).toEqual([
      { field: 'assignee', problem: expect.stringContaining('must be one person') },
    ]);
    expect((await change({ email: own, displayName: jonas.email })).status).toBe(200);
    expect((await byAddress(agent)).ended).toMatchObject({ created: 0, refused: 1 });
    expect((await byAddress(contributor)).ended).toMatchObject({ created: 0, refused: 1 });
  });

  it('come with a warning when another run would create them again', async () => {
    const warningsOf = async (content: string, columns: object = {}) => {
      const query = `spaceId=1&dryRun=true&columns=${encodeURIComponent(JSON.stringify(columns))}`;
      return (await importFile(test, { content, query })).ended.warnings;
    };
    const again = expect.stringContaining('creates these cases again');
    const unused = expect.stringContaining('The column "id" is not used');
    expect(await warningsOf('title\nOne')).toEqual([again]);
    expect(await warningsOf('id,title\n2304,One')).toEqual([unused, again]);
    expect(await warningsOf('id,externalId,title\n2304,,One')).toEqual([unused]);
    expect(await warningsOf('id,externalId,title\n2304,w-1,One', { id: null })).toEqual([]);
    expect(await warningsOf('id,title\n2304,One', { id: 'id' })).toEqual([]);
  });

  it.each([
    ['spaceId=99', 400, 'spaceId'],
    ['spaceId=1&columns=x', 400, 'columns'],
    ['spaceId=1&columns={"a":"nonsense"}', 400, 'columns'],
    ['spaceId=1&format=pdf', 400, 'format'],
    ['', 400, 'spaceId'],
  ])('are not even begun with %s', async (query, status, field) => {
    const answer = await beginImport(test, { content: 'title\nx', query: encodeURI(query) });
    expect([answer.status, answer.body.errors?.[0].field]).toEqual([status, field]);
    expect(await filesOnDisk(test)).toEqual([]);
  });
});
