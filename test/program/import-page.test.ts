import { execFile } from 'node:child_process';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { SANDBOX_KEY } from '../../src/app/fill-sandbox.ts';
import { openPlatform } from '../../src/app/open-platform.ts';
import { resetSandbox } from '../../src/app/reset-sandbox.ts';
import { operator } from '../../src/kernel/actor.ts';
import { Context } from '../../src/platform/context.ts';
import { withSqlite } from '../crash/with-sqlite.ts';
import { type Server, startServer, temporaryDirectory } from '../support/program.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..', '..');

/** What the page takes for granted: a file with columns of its own, as another product writes it. */
const ISSUES = ['Key,Headline,Status,Labels,Notes', 'W-1,First,New,"a, b",x', 'W-2,Second,Closed,,y'].join('\n');

describe('the commands of docs/import-and-export.md, one after the other', () => {
  let home: Awaited<ReturnType<typeof temporaryDirectory>>;
  let server: Server;
  let blocks: string[];
  const dataDir = (name: 'one' | 'other'): string => join(home.path, name);
  const file = (name: string): string => join(home.path, name);

  beforeAll(async () => {
    const page = await readFile(join(root, 'docs', 'import-and-export.md'), 'utf8');
    blocks = [...page.matchAll(/^```sh\n(.*?)^```$/gmsu)].map(([, code = '']) => code);
    home = await temporaryDirectory();
    for (const name of ['one', 'other'] as const) await fill(dataDir(name));
    server = await startServer({ DATA_DIR: dataDir('one') });
    await mkdir(file('bin'));
    const program = `#!/bin/sh\nexec "${process.execPath}" --disable-warning=ExperimentalWarning "${root}/src/main.ts" "$@"\n`;
    await writeFile(file('bin/casekeep'), program);
    await chmod(file('bin/casekeep'), 0o755);
    // A command that is refused is to fail.
    await writeFile(file('.curlrc'), 'fail-with-body\nsilent\nwrite-out = "\\n"\n');
    await writeFile(file('issues.csv'), ISSUES);
  });
  afterAll(async () => {
    server.kill('SIGKILL');
    await server.ended;
    await home.remove();
  });

  /** Commands in the directory of whoever reads the page; answers what they print, line by line. */
  const perform = async (commands: string, where: 'one' | 'other' = 'one'): Promise<string[]> => {
    const env = {
      ...{ PATH: `${file('bin')}:${process.env['PATH']}`, CURL_HOME: home.path, CASEKEEP_DATA_DIR: dataDir(where) },
      ...{ CASEKEEP: server.url, KEY: SANDBOX_KEY },
    };
    const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', commands], { cwd: home.path, env });
    return stdout.split('\n').filter((line) => line !== '');
  };
  const rows = (sql: string, where: 'one' | 'other' = 'one') =>
    withSqlite(dataDir(where), (database) => database.prepare(sql).all());
  const block = (beginning: string): string => {
    const found = blocks.filter((code) => code.includes(beginning));
    expect([beginning, found.length]).toEqual([beginning, 1]);
    return found[0] ?? '';
  };

  it('are these', () => {
    expect(blocks).toHaveLength(7);
  });

  it('export at the command line and through the API', async () => {
    await perform(block('casekeep export --output cases.csv'));
    const [{ n } = {}] = rows('select count(*) as n from cases where deleted_at is null');
    expect((await readFile(file('cases.csv'), 'utf8')).split('\r\n').length - 2).toBe(n);
    expect((await readFile(file('open.xlsx'))).subarray(0, 2).toString()).toBe('PK');
    const lines = (await perform(block('/api/v1/cases/export?'))).map((line) => JSON.parse(line));
    expect(lines.at(-2)).toMatchObject({ id: 1, format: 'xlsx', state: 'queued' });
    expect(lines.at(-1)).toMatchObject({ id: 1, format: 'xlsx' });
    expect(lines.slice(0, -2).every(({ isClosed }) => isClosed === false)).toBe(true);
  });

  it('import at the command line', async () => {
    await perform(block('--dry-run\ncasekeep import issues.csv'));
    const imported = rows(`select external_id, title from case_external_ids join cases on cases.id = case_id
      order by external_id`);
    expect(imported).toEqual([
      { external_id: 'W-1', title: 'First' },
      { external_id: 'W-2', title: 'Second' },
    ]);
  });

  it('import through the API', async () => {
    const lines = (await perform(block('/api/v1/imports?spaceId=1&dryRun'))).map((line) => JSON.parse(line));
    expect(lines[0]).toMatchObject({ id: 1, isDryRun: true });
    expect(lines[1]).toMatchObject({ id: 1 });
    expect(lines[2]).toMatchObject({ items: expect.any(Array) });
    expect(lines[3]).toMatchObject({ id: 1, state: expect.stringMatching(/^(?:cancelled|done)$/u) });
  });

  it('take an import back', async () => {
    const [importing = '', reverting = ''] = block('/revert').trimEnd().split('\n');
    const [begun] = (await perform(importing)).map((line) => JSON.parse(line));
    expect(begun).toMatchObject({ id: 2, isDryRun: false });
    await vi.waitFor(() => expect(rows('select state from imports where id = 2')).toEqual([{ state: 'done' }]), 20_000);
    const count = () => Number(rows('select count(*) as n from cases where deleted_at is null')[0]?.['n']);
    const before = count();
    const [reverted] = (await perform(reverting)).map((line) => JSON.parse(line));
    expect(reverted).toMatchObject({ state: 'done', revertsImportId: 2, refused: 0 });
    expect(count()).toBe(before - reverted.changed);
  });

  it('move cases from one Casekeep to another, again and again', async () => {
    const [exporting = '', importing = ''] = block('moving.csv').trimEnd().split('\n');
    await perform(exporting);
    const count = () => rows('select count(*) as n from cases', 'other');
    const [before] = count();
    await perform(importing, 'other');
    const [after] = count();
    const moved = rows('select count(*) as n from cases where space_id = 1 and deleted_at is null')[0]?.['n'];
    expect(Number(after?.['n']) - Number(before?.['n'])).toBe(moved);
    await perform(importing, 'other');
    expect(count()).toEqual([after]);
  });

  it('change many cases in a spreadsheet', async () => {
    const [exporting = '', importing = ''] = block('changing.csv').trimEnd().split('\n');
    await perform(exporting);
    const text = await readFile(file('changing.csv'), 'utf8');
    const [, id = ''] = /^(\d+),/mu.exec(text) ?? [];
    await writeFile(
      file('changing.csv'),
      text.replace(new RegExp(`^${id},[^,]*,[^,"]*`, 'mu'), `${id},,Changed there`),
    );
    await perform(importing);
    expect(rows(`select title from cases where id = ${id}`)).toEqual([{ title: 'Changed there' }]);
    expect(rows("select count(*) as n from cases where title = 'Changed there'")).toEqual([{ n: 1 }]);
  });
});

const fill = async (dataDir: string): Promise<void> => {
  const settings = { dataDir, databaseUrl: undefined, databaseConnections: 1 };
  const platform = await openPlatform({ settings, durable: false });
  await resetSandbox(new Context(platform, operator('setup')));
  await platform.database.close();
};
