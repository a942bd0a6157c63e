import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../../test/support/api.ts';
import { beginImport, importFile } from '../../../../test/support/imports.ts';
import { dialects, startTestApp, type TestApp } from '../../../../test/support/test-app.ts';
import { filesOnDisk } from '../../../../test/support/uploads.ts';
import { createKey } from '../../keys/create-key.ts';
import { revokeKey } from '../../keys/revoke-key.ts';
import { getUserByName } from '../../users/find-user.ts';
import type { RowOutcome } from './import.ts';
import { importCases } from './import-cases.ts';
import { performImports } from './perform-imports.ts';

/** More than a job imports in one transaction. */
const MANY = 350;

describe.each(dialects)('an import on %s', (dialect) => {
  let test: TestApp;
  let passed = 0;

  beforeAll(async () => {
    test = await startTestApp(dialect, { now: () => Date.now() + passed });
  });

  afterAll(async () => {
    expect(test.logged()).not.toContain('defect');
    await test.close();
  });

  const manyRows = (prefix: string): string =>
    ['externalId,title', ...Array.from({ length: MANY }, (_, index) => `${prefix}-${index},${prefix} ${index}`)].join(
      '\n',
    );
  const countOf = async (prefix: string): Promise<number> => {
    const [row] = await test.rows(`select count(*) as count from cases where title like '${prefix} %'`);
    return Number(row?.['count']);
  };
  const stateOf = async (id: number) => (await call(test, `GET /imports/${id}`)).body;

  /** Lets the job work until so many cases are there, then asks it to come to an end. */
  const workUntil = async (prefix: string, cases: number): Promise<void> => {
    const stop = new AbortController();
    const running = performImports.run(test.operator, stop.signal);
    while ((await countOf(prefix)) < cases) await new Promise((resolve) => setTimeout(resolve, 1));
    stop.abort();
    await running;
  };

  it('goes on where it was when the program is stopped in the middle, and does nothing twice', async () => {
    const { body: begun } = await beginImport(test, { content: manyRows('Stopped') });
    await workUntil('Stopped', 1);
    const halfway = await stateOf(begun.id);
    expect(halfway.state).toBe('running');
    expect([halfway.created, await countOf('Stopped')]).toEqual([halfway.rowCount, halfway.rowCount]);
    expect(halfway.rowCount).toBeLessThan(MANY);
    await performImports.run(test.operator);
    expect(await stateOf(begun.id)).toMatchObject({ state: 'done', rowCount: MANY, created: MANY, unchanged: 0 });
    expect(await countOf('Stopped')).toBe(MANY);
  });

  it('does rows about the same case in their order, in whichever portions they are', async () => {
    const rows = Array.from({ length: MANY }, (_, index) => `again-${index % (MANY / 2 - 60)},Again ${index}`);
    const { ended } = await importFile(test, { content: ['externalId,title', ...rows].join('\n') });
    const created = MANY / 2 - 60;
    expect(ended).toMatchObject({ state: 'done', created, changed: MANY - created, unchanged: 0, refused: 0 });
    const found = await test.rows(`select external_id as name, title from case_external_ids
      join cases on cases.id = case_id where external_id like 'again-%'`);
    const last = new Map(rows.map((row) => row.split(',') as [string, string]));
    expect(new Map(found.map(({ name, title }) => [name, title]))).toEqual(last);
  });

  /** As at the command line: what became of each row is told as it is done. */
  const importText = async (text: string, told: RowOutcome[]): Promise<void> => {
    const reporterId = (await getUserByName(test.operator, 'sara.lindqvist')).id;
    const content = Readable.from([Buffer.from(text)]);
    const request = { spaceId: 1, content, format: 'csv', columns: {}, reporterId, isDryRun: false } as const;
    for await (const { outcomes } of importCases(test.operator, request)) told.push(...outcomes);
  };

  it('creates each case once when another one brings the same ones at the same time', async () => {
    const told: RowOutcome[] = [];
    await Promise.all([importText(manyRows('Twice'), told), importText(manyRows('Twice'), told)]);
    const count = (asked: string) => told.filter(({ outcome }) => outcome === asked).length;
    expect([count('created'), count('unchanged'), await countOf('Twice')]).toEqual([MANY, MANY, MANY]);
  });

  it('tells of all that was imported before a file breaks off', async () => {
    const told: RowOutcome[] = [];
    const broken = importText(`${manyRows('Torn')}\n"Torn`, told);
    await expect(broken).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
    expect([told.length, await countOf('Torn')]).toEqual([MANY, MANY]);
  });

  it('is taken over by another process when the first one shows no sign of life', async () => {
    const { body: begun } = await beginImport(test, { content: manyRows('Orphaned') });
    await test.operator.inTransaction(async ({ db, now }) => {
      const leased = db.kysely.updateTable('imports').set({ leased_until: now + 5_000, state: 'running' });
      await leased.where('id', '=', begun.id).execute();
    });
    await performImports.run(test.operator);
    expect(await countOf('Orphaned')).toBe(0);
    passed += 6_000;
    await performImports.run(test.operator);
    expect([await stateOf(begun.id), await countOf('Orphaned')]).toMatchObject([{ state: 'done' }, MANY]);
  });

  it('ends where it is when it is cancelled; its file is gone', async () => {
    const { body: begun } = await beginImport(test, { content: manyRows('Cancelled') });
    await workUntil('Cancelled', 1);
    const { body: cancelled } = await call(test, `POST /imports/${begun.id}/cancel`);
    expect(cancelled).toMatchObject({ state: 'cancelled', created: await countOf('Cancelled') });
    await performImports.run(test.operator);
    expect(await countOf('Cancelled')).toBe(cancelled.created);
    expect(await filesOnDisk(test)).toEqual([]);
  });

  it('ends when its key does', async () => {
    const user = await getUserByName(test.operator, 'sara.lindqvist');
    const key = await createKey(test.operator, { user, name: 'To be revoked' });
    const { body: begun } = await beginImport(test, { content: manyRows('Revoked'), key });
    const [row] = await test.rows("select id from api_keys where name = 'To be revoked'");
    await revokeKey(test.operator, { keyId: Number(row?.['id']) });
    await performImports.run(test.operator);
    expect(await stateOf(begun.id)).toMatchObject({ state: 'failed', created: 0, problem: { code: 'KEY_UNKNOWN' } });
    expect(await countOf('Revoked')).toBe(0);
  });

  it('has imported what comes before a quote that is not closed, and tells on which line that is', async () => {
    const { ended } = await importFile(test, { content: 'title\r\nBroken 1\r\nBroken 2\r\n"Broken 3\r\nBroken 4' });
    expect(ended).toMatchObject({ state: 'failed', created: 2, problem: { code: 'FILE_UNREADABLE' } });
    expect(ended.problem.detail).toContain('line 4');
    expect(await countOf('Broken')).toBe(2);
  });

  it('takes a byte order mark, NUL characters and cells of a mebibyte as they come', async () => {
    const large = 'x'.repeat(1024 * 1024);
    const content = `\uFEFFtitle;description\r\nOdd \u0000one;\r\nOdd two;${large}\r\nOdd three;${large}x`;
    const { ended, refusals } = await importFile(test, { content });
    expect(ended).toMatchObject({ state: 'done', created: 2, refused: 1 });
    expect([refusals[0].line, refusals[0].problem.errors[0].field]).toEqual([4, 'description']);
  });

  it('is seen by whoever began it and by administrators', async () => {
    const key = async (name: string) =>
      createKey(test.operator, { user: await getUserByName(test.operator, name), name: 'Looks' });
    const [jonas, omar] = [await key('jonas.weber'), await key('omar.haddad')];
    const { body: begun } = await beginImport(test, { content: 'title\nSeen 1', key: jonas });
    const statuses = [];
    for (const asked of [jonas, omar]) {
      statuses.push((await call(test, `GET /imports/${begun.id}`, { key: asked })).status);
      statuses.push((await call(test, `POST /imports/${begun.id}/cancel`, { key: asked })).status);
    }
    expect(statuses).toEqual([200, 200, 404, 404]);
    const { body: listed } = await call(test, 'GET /imports?limit=1', { key: jonas });
    expect(listed).toMatchObject({ items: [{ id: begun.id, state: 'cancelled' }], next: null });
  });

  it('is begun once for an idempotency key, and refused with viewers', async () => {
    const upload = { content: 'title\nOnce 1', headers: { 'idempotency-key': `once-${dialect}` } };
    const [first, again] = [await beginImport(test, upload), await beginImport(test, upload)];
    expect([again.status, again.body.id]).toEqual([202, first.body.id]);
    const other = await beginImport(test, { ...upload, content: 'title\nOnce 2' });
    expect([other.status, other.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    await performImports.run(test.operator);
    expect([await countOf('Once'), await filesOnDisk(test)]).toEqual([1, []]);
    const viewer = await createKey(test.operator, {
      user: await getUserByName(test.operator, 'priya.raman'),
      name: 'Views',
    });
    expect((await beginImport(test, { content: 'title\nx', key: viewer })).status).toBe(403);
  });
});
