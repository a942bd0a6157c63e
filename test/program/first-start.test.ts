import { once } from 'node:events';
import { createServer, type Server as NetServer } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { openPlatform } from '../../src/app/open-platform.ts';
import { sendOnce } from '../support/http-connection.ts';
import {
  firstStartOf,
  type ProgramSettings,
  runProgram,
  type Server,
  startServer,
  temporaryDirectory,
} from '../support/program.ts';
import { createScratchDatabase } from '../support/scratch-postgres.ts';
import { dialects } from '../support/test-app.ts';

const CASE = '/api/cases/2304';

const occupy = async (): Promise<{ listener: NetServer; port: string }> => {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  return { listener, port: String(typeof address === 'object' ? address?.port : '') };
};

describe.each(dialects)('the first start on %s', (dialect) => {
  let settings: ProgramSettings;
  let servers: Server[];
  let cleanUp: () => Promise<void>;
  const start = async (more: ProgramSettings = {}): Promise<Server> => {
    const server = await startServer({ ...settings, ...more });
    servers.push(server);
    return server;
  };
  beforeEach(async () => {
    servers = [];
    const directory = await temporaryDirectory();
    const scratch = dialect === 'postgres' ? await createScratchDatabase(inject('postgresUrl')) : undefined;
    settings = { DATA_DIR: directory.path, ...(scratch && { DATABASE_URL: scratch.url }) };
    cleanUp = async () => {
      await scratch?.drop();
      await directory.remove();
    };
  });
  afterEach(async () => {
    for (const server of servers) server.kill('SIGKILL');
    await Promise.all(servers.map(({ ended }) => ended));
    await cleanUp();
  });

  it('prints a link and a key that work, and the second start prints neither', async () => {
    const first = await start();
    const { link = '', key = '' } = firstStartOf(first.stdout());
    expect((await sendOnce(first.url, { path: CASE, key })).status).toBe(200);
    expect((await sendOnce(first.url, { path: CASE, key: `${key}x` })).status).toBe(401);
    expect((await sendOnce(first.url, { path: new URL(link).pathname })).status).toBe(200);
    expect((await first.stop()).code).toBe(0);
    const second = await start();
    expect(firstStartOf(second.stdout())).toEqual({ link: undefined, key: undefined });
    expect((await sendOnce(second.url, { path: CASE, key })).status).toBe(200);
  });

  it('says in plain words that the port is in use, ends with 1, and the next start still prints link and key', async () => {
    const { listener, port } = await occupy();
    const ended = await runProgram(['serve'], { ...settings, PORT: port });
    listener.close();
    expect(ended).toMatchObject({ code: 1, signal: null });
    expect(ended.stderr).toContain('Another program uses this port: choose another one with CASEKEEP_PORT.');
    expect(ended.stderr).not.toContain('    at ');
    const printed = firstStartOf(ended.stdout);
    const { key = printed.key ?? '' } = firstStartOf((await start()).stdout());
    expect((await sendOnce(servers[0]?.url ?? '', { path: CASE, key })).status).toBe(200);
  });

  it('happens once when two processes start at the same time, and both serve', async () => {
    const outputs = (await Promise.all([start(), start()])).map((server) => firstStartOf(server.stdout()).key);
    expect(outputs.filter((key) => key !== undefined)).toHaveLength(1);
    const key = outputs.find((printed) => printed !== undefined) ?? '';
    for (const { url } of servers) expect((await sendOnce(url, { path: CASE, key })).status).toBe(200);
  });
});

describe('the start', () => {
  it('is refused on the database of a newer program, which it names', async () => {
    const directory = await temporaryDirectory();
    const settings = { DATA_DIR: directory.path };
    await (await startServer(settings)).stop();
    const database = new DatabaseSync(join(directory.path, 'casekeep.db'));
    database.exec(`insert into kysely_migration values ('9999-from-the-future', '2099-01-01T00:00:00.000Z')`);
    database.close();
    const { code, stderr } = await runProgram(['serve'], { ...settings, PORT: '0' });
    await directory.remove();
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^This database was written by a newer Casekeep: it has the migration 9999-from-the-future/u,
    );
    expect(stderr).not.toContain('    at ');
  });

  it('ends with 1 when the first start fails, and leaves nothing of it', async () => {
    const directory = await temporaryDirectory();
    const settings = { DATA_DIR: directory.path };
    const empty = { dataDir: directory.path, databaseUrl: undefined, databaseConnections: 2 };
    await (await openPlatform({ settings: empty })).database.close();
    const database = new DatabaseSync(join(directory.path, 'casekeep.db'));
    database.exec(`create trigger no_case before insert on cases begin select raise(abort, 'no case today'); end`);
    const failed = await runProgram(['serve'], { ...settings, PORT: '0' });
    const left = database.prepare('select (select count(*) from users) + (select count(*) from spaces) as count').get();
    database.exec('drop trigger no_case');
    database.close();
    const server = await startServer(settings);
    const { stdout } = await server.stop();
    await directory.remove();
    expect(failed).toMatchObject({ code: 1, signal: null });
    expect(failed.stderr).toContain('no case today');
    expect(left).toEqual({ count: 0 });
    expect(firstStartOf(stdout).key).toBeDefined();
  });

  it('is refused in plain words when PostgreSQL is not there', async () => {
    const directory = await temporaryDirectory();
    const settings = { DATA_DIR: directory.path, DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/casekeep', PORT: '0' };
    const { code, stderr } = await runProgram(['serve'], settings);
    await directory.remove();
    expect(code).toBe(1);
    expect(stderr).toContain('PostgreSQL cannot be reached');
    expect(stderr).not.toMatch(/secret| {4}at /u);
  });

  it('is refused in plain words when the data directory is a file', async () => {
    const { code, stderr } = await runProgram(['serve'], { DATA_DIR: join(import.meta.filename), PORT: '0' });
    expect(code).toBe(1);
    expect(stderr).toContain('EEXIST');
    expect(stderr).not.toContain('    at ');
  });
});
