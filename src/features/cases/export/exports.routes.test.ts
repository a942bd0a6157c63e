import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../../test/support/api.ts';
import { dialects, startTestApp, type TestApp } from '../../../../test/support/test-app.ts';
import { filesOnDisk } from '../../../../test/support/uploads.ts';
import { SANDBOX_KEY } from '../../../app/fill-sandbox.ts';
import { createKey } from '../../keys/create-key.ts';
import { getUserByName } from '../../users/find-user.ts';
import { EXPORT_RETENTION_MS } from './export.ts';
import { forgetExports } from './forget-exports.ts';
import { performExports } from './perform-exports.ts';

describe.each(dialects)('files with cases that are put together by themselves on %s', (dialect) => {
  let test: TestApp;
  let passed = 0;

  beforeAll(async () => {
    test = await startTestApp(dialect, { now: () => Date.now() + passed });
  });

  afterAll(async () => {
    expect(test.logged()).not.toContain('defect');
    await test.close();
  });

  const begin = async (body: unknown, key = SANDBOX_KEY) => (await call(test, 'POST /exports', { body, key })).body;
  const fetchFile = (url: string, key = SANDBOX_KEY) =>
    test.app.inject({ url, headers: { authorization: `Bearer ${key}` } });

  it('are whole when the job has ended, and the same as those that are sent at once', async () => {
    const begun = await begin({ format: 'jsonl', query: 'status:open', spaceId: 1 });
    expect(begun).toMatchObject({ state: 'queued', caseCount: 0, url: null });
    const early = await call(test, `GET /exports/${begun.id}/file`);
    expect([early.status, early.body.code]).toEqual([409, 'EXPORT_NOT_READY']);
    await performExports.run(test.operator);
    const { body: done } = await call(test, `GET /exports/${begun.id}`);
    const { body: atOnce } = await call(test, 'GET /cases/export?format=jsonl&query=status:open&spaceId=1');
    expect(done).toMatchObject({ state: 'done', byteSize: Buffer.byteLength(atOnce) });
    expect(done.caseCount).toBe(atOnce.trimEnd().split('\n').length);
    const file = await fetchFile(done.url);
    expect([file.statusCode, file.headers['content-type'], file.body]).toEqual([
      200,
      'application/x-ndjson; charset=utf-8',
      atOnce,
    ]);
  });

  it('are workbooks in which formulas are texts', async () => {
    const body = { title: '=1+1 & 1 < 2 _x0041_', spaceId: 1, projectId: 1, description: '<p>\u0007a</p>' };
    const { id } = (await call(test, 'POST /cases', { body })).body;
    const begun = await begin({ format: 'xlsx', query: `number:${id}` });
    await performExports.run(test.operator);
    const file = await fetchFile((await call(test, `GET /exports/${begun.id}`)).body.url);
    const sheet = partOf(file.rawPayload, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<t xml:space="preserve">=1+1 &amp; 1 &lt; 2 _x005F_x0041_</t>');
    expect(sheet).toContain('<t xml:space="preserve">&lt;p&gt;a&lt;/p&gt;</t>');
    expect(sheet).not.toContain('<f>');
    expect(partOf(file.rawPayload, '[Content_Types].xml')).toContain('spreadsheetml');
  });

  it('are seen by whoever began them, and by no narrowed key of theirs', async () => {
    const user = await getUserByName(test.operator, 'priya.raman');
    const key = await createKey(test.operator, { user, name: 'Whole' });
    const narrowed = await createKey(test.operator, { user, name: 'Narrowed', spaceIds: [2] });
    const other = await createKey(test.operator, {
      user: await getUserByName(test.operator, 'jonas.weber'),
      name: 'Of another one',
    });
    const { id } = await begin({}, key);
    const statuses = [];
    for (const asked of [key, SANDBOX_KEY, narrowed, other]) {
      statuses.push((await call(test, `GET /exports/${id}`, { key: asked })).status);
    }
    expect(statuses).toEqual([200, 200, 404, 404]);
    expect((await call(test, `DELETE /exports/${id}`, { key: other })).status).toBe(404);
    expect((await call(test, `DELETE /exports/${id}`, { key })).status).toBe(204);
  });

  it('are refused with a query that means nothing', async () => {
    const before = await test.rows('select count(*) as count from exports');
    const { status, body } = await call(test, 'POST /exports', { body: { query: 'colour:red' } });
    expect([status, body.errors[0].field]).toEqual([400, 'query']);
    expect(await test.rows('select count(*) as count from exports')).toEqual(before);
  });

  it('are forgotten with their files after a day, or when they are deleted', async () => {
    const deleted = await begin({});
    const kept = await begin({});
    await performExports.run(test.operator);
    const files = (await filesOnDisk(test)).length;
    await call(test, `DELETE /exports/${deleted.id}`);
    expect(await filesOnDisk(test)).toHaveLength(files - 1);
    passed = EXPORT_RETENTION_MS;
    expect((await call(test, `GET /exports/${kept.id}`)).status).toBe(404);
    await forgetExports.run(test.operator);
    expect(await filesOnDisk(test)).toEqual([]);
  });
});

/** A part of a ZIP archive, found by its local header. */
const partOf = (archive: Buffer, name: string): string => {
  const directory = archive.lastIndexOf(name);
  const header = directory - 46;
  const [size, offset] = [archive.readUInt32LE(header + 20), archive.readUInt32LE(header + 42)];
  const start = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
  return inflateRawSync(archive.subarray(start, start + size)).toString('utf8');
};
