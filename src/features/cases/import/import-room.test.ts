import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginImport } from '../../../../test/support/imports.ts';
import { dialects, startTestApp, type TestApp } from '../../../../test/support/test-app.ts';
import { filesOnDisk } from '../../../../test/support/uploads.ts';
import { performImports } from './perform-imports.ts';

const MEBIBYTE = 1024 * 1024;

describe.each(dialects)('the room for imports on %s', (dialect) => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp(dialect, { settings: { maxImportMb: 1, importQuotaMb: 2 } });
  });

  afterAll(async () => {
    expect(test.logged()).not.toContain('defect');
    await test.close();
  });

  /** A file with one case, in so many bytes. */
  const fileOf = (bytes: number): string => 'title,Nobody knows\nOne,'.padEnd(bytes, 'x');
  const traces = async () => [await filesOnDisk(test), await test.rows('select count(*) as count from imports')];
  const expectRefused = async (bytes: number, code: string, words: string): Promise<void> => {
    const before = await traces();
    const { status, body } = await beginImport(test, { content: fileOf(bytes) });
    expect([status, body.code, body.detail]).toEqual([413, code, expect.stringContaining(words)]);
    expect(await traces()).toEqual(before);
  };

  it('is so large for one file, to the byte', async () => {
    await expectRefused(MEBIBYTE + 1, 'FILE_TOO_LARGE', 'an import may have 1 MB');
    await expectRefused(2 * MEBIBYTE, 'FILE_TOO_LARGE', 'an import may have 1 MB');
    expect((await beginImport(test, { content: fileOf(MEBIBYTE) })).status).toBe(202);
    await performImports.run(test.operator);
  });

  it('is so large for all files that wait, and there again when imports have ended', async () => {
    expect((await beginImport(test, { content: fileOf(MEBIBYTE) })).status).toBe(202);
    expect((await beginImport(test, { content: fileOf(MEBIBYTE - 100) })).status).toBe(202);
    await expectRefused(101, 'FILE_QUOTA_EXCEEDED', 'may have 2 MB together');
    expect((await beginImport(test, { content: fileOf(100) })).status).toBe(202);
    await performImports.run(test.operator);
    expect(await filesOnDisk(test)).toEqual([]);
    expect((await beginImport(test, { content: fileOf(101) })).status).toBe(202);
    await performImports.run(test.operator);
  });

  it('is not taken twice by files that arrive at the same time', async () => {
    const sent = Array.from({ length: 4 }, () => beginImport(test, { content: fileOf(MEBIBYTE) }));
    const statuses = (await Promise.all(sent)).map(({ status }) => status).sort();
    expect(statuses).toEqual([202, 202, 413, 413]);
    expect(await filesOnDisk(test)).toHaveLength(2);
    await performImports.run(test.operator);
  });
});
