import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access } from 'node:fs/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type RunningPostgres, startPostgres } from './postgres.ts';
import { createScratchDatabase, type ScratchDatabase } from './scratch-postgres.ts';

async function query(url: string, ...statements: string[]): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

describe('a scratch database', () => {
  let one: ScratchDatabase;
  let two: ScratchDatabase;
  beforeAll(async () => {
    one = await createScratchDatabase(inject('postgresUrl'));
    two = await createScratchDatabase(inject('postgresUrl'));
  });
  afterAll(async () => {
    await one.drop();
    await two.drop();
  });

  test('offers pg_trgm', async () => {
    const rows = await query(one.url, 'create extension pg_trgm', `select similarity('printer', 'printers') as alike`);
    expect(rows[0]?.['alike']).toBeGreaterThan(0.5);
  });

  test('does not see the tables of another', async () => {
    await query(one.url, 'create table only_here (id int)');
    await expect(query(two.url, 'select * from only_here')).rejects.toThrow('does not exist');
  });

  test('is dropped while someone is connected to it', async () => {
    const scratch = await createScratchDatabase(inject('postgresUrl'));
    const client = new Client({ connectionString: scratch.url });
    client.on('error', () => undefined);
    await client.connect();
    await scratch.drop();
    await expect(query(scratch.url, 'select 1')).rejects.toThrow('does not exist');
  });
});

// Whoever names a server for the tests may well have a machine that cannot start one.
describe.skipIf(process.env['CASEKEEP_TEST_POSTGRES_URL'])('a server of our own', () => {
  let server: RunningPostgres;
  beforeAll(async () => {
    server = await startPostgres({ settings: { work_mem: '8MB' } });
  });
  afterAll(() => server.stop());

  test('flushes to disk unless told otherwise, and takes settings', async () => {
    const rows = await query(server.url, "select current_setting('fsync') f, current_setting('work_mem') w");
    expect(rows).toEqual([{ f: 'on', w: '8MB' }]);
  });

  test('knows letters beyond ASCII', async () => {
    const rows = await query(server.url, "select current_setting('server_encoding') e, lower('ÄÉЖ') l");
    expect(rows).toEqual([{ e: 'UTF8', l: 'äéж' }]);
  });

  test('refuses a folder that exists already', async () => {
    await expect(startPostgres({ dataDir: server.directory })).rejects.toThrow('EEXIST');
  });

  test('says why it did not start', async () => {
    const settings = { shared_preload_libraries: 'no_such_library' };
    await expect(startPostgres({ settings })).rejects.toThrow('could not access file "no_such_library"');
  });

  test('ends with the process that started it, even a killed one', async () => {
    const module = JSON.stringify(new URL('./postgres.ts', import.meta.url).href);
    const program = `const { startPostgres } = await import(${module});
      console.log((await startPostgres({ durable: false })).directory);
      setInterval(() => {}, 1000);`;
    const starter = spawn(process.execPath, ['--input-type=module', '--eval', program]);
    const [line] = await once(starter.stdout, 'data');
    const directory = String(line).trim();
    await access(directory);
    starter.kill('SIGKILL');
    await expect.poll(() => access(directory).catch(String), { timeout: 5000 }).toContain('ENOENT');
  });

  test('leaves neither process nor files behind', async () => {
    await server.stop();
    expect(() => process.kill(server.pid, 0)).toThrow('ESRCH');
    await expect(access(server.directory)).rejects.toThrow('ENOENT');
  });
});
