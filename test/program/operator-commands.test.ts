import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendOnce } from '../support/http-connection.ts';
import {
  type Ended,
  firstStartOf,
  runProgram,
  type Server,
  startServer,
  temporaryDirectory,
} from '../support/program.ts';

const CASE = '/api/cases/2304';

describe('the commands of the operator, beside a running server', () => {
  let server: Server;
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
  let adminKey: string;
  beforeAll(async () => {
    directory = await temporaryDirectory();
    server = await startServer({ DATA_DIR: directory.path });
    adminKey = firstStartOf(server.stdout()).key ?? '';
  });
  afterAll(async () => {
    server.kill('SIGKILL');
    await server.ended;
    await directory.remove();
  });

  const casekeep = (...args: string[]): Promise<Ended> =>
    runProgram(args, { DATA_DIR: directory.path, PUBLIC_URL: server.url });
  const output = async (...args: string[]): Promise<string> => {
    const { code, stdout, stderr } = await casekeep(...args);
    expect({ args, code, stderr }).toEqual({ args, code: 0, stderr: '' });
    return stdout.trim();
  };
  const statusWith = async (key: string): Promise<number> => (await sendOnce(server.url, { path: CASE, key })).status;
  const keyIdOf = async (purpose: string): Promise<string> =>
    new RegExp(`^(\\d+) .*${purpose}`, 'mu').exec(await output('key', 'list'))?.[1] ?? '';

  it('adds a user whose link opens, lists the user, and refuses the name a second time', async () => {
    const added = await output('user', 'add', 'vera', '--first-name', 'Vera', '--role', 'administrator');
    const link = /Set the password: (\S+)/u.exec(added)?.[1] ?? '';
    const page = await sendOnce(server.url, { path: new URL(link).pathname });
    expect([page.status, page.body.includes('vera')]).toEqual([200, true]);
    expect(await output('user', 'list')).toMatch(/^\d+ +vera +Vera +administrator +active$/mu);
    const again = await casekeep('user', 'add', 'VERA');
    expect(again).toMatchObject({
      code: 1,
      stdout: '',
      stderr: 'username must be new: there is already a user VERA.\n',
    });
  });

  it('makes a new link, which ends the earlier one, and refuses unknown names', async () => {
    await output('user', 'add', 'lena');
    const links = [await output('user', 'link', 'lena'), await output('user', 'link', 'Lena')];
    const statuses = links.map(async (link) => (await sendOnce(server.url, { path: new URL(link).pathname })).status);
    expect(await Promise.all(statuses)).toEqual([404, 200]);
    expect(await casekeep('user', 'link', 'nobody')).toMatchObject({ code: 1, stderr: 'There is no user nobody.\n' });
  });

  it('creates a key that works with the next request, and revokes it with effect on the next request', async () => {
    const key = await output('key', 'create', 'admin', '--name', 'Nightly job');
    expect([await statusWith(key), await statusWith(key)]).toEqual([200, 200]);
    const id = await keyIdOf('Nightly job');
    expect(await output('key', 'list')).not.toContain(key);
    expect(await output('key', 'revoke', id)).toBe(`API key ${id} is revoked.`);
    expect([await statusWith(key), await statusWith(adminKey)]).toEqual([401, 200]);
    expect(await output('key', 'list')).toMatch(new RegExp(`^${id} .*Nightly job .*revoked \\d{4}-`, 'mu'));
  });

  it('refuses to revoke a key that is not there, and keys for nobody', async () => {
    expect(await casekeep('key', 'revoke', '987654')).toMatchObject({
      code: 1,
      stderr: 'There is no API key 987654.\n',
    });
    expect(await casekeep('key', 'create', 'nobody')).toMatchObject({ code: 1, stderr: 'There is no user nobody.\n' });
  });

  it('deactivates a user with effect on the next request, refuses new keys, and activates again', async () => {
    await output('user', 'add', 'otto', '--role', 'administrator');
    const key = await output('key', 'create', 'otto');
    expect(await statusWith(key)).toBe(200);
    await output('user', 'deactivate', 'otto');
    expect([await statusWith(key), await statusWith(adminKey)]).toEqual([401, 200]);
    expect(await casekeep('key', 'create', 'otto')).toMatchObject({ code: 1, stdout: '' });
    await output('user', 'activate', 'otto');
    expect(await statusWith(key)).toBe(200);
  });

  it('gives a user another role, refuses unknown ones, and configures a space for the next request', async () => {
    await output('user', 'add', 'ina');
    const key = await output('key', 'create', 'ina', '--read-only');
    expect(await statusWith(key)).toBe(404);
    await output('user', 'set-role', 'ina', 'administrator');
    expect(await statusWith(key)).toBe(200);
    expect(await casekeep('user', 'set-role', 'ina', 'king')).toMatchObject({
      code: 1,
      stderr: 'role must be one of: administrator, member.\n',
    });
    expect(await output('key', 'list')).toMatch(/ ina .* works +reading$/mu);
    await output('user', 'set-role', 'ina', 'member');
    await output('space', 'add-member', 'general', 'ina', '--role', 'viewer');
    expect([await statusWith(key), await output('space', 'members', 'General')]).toEqual([
      200,
      expect.stringMatching(/ ina +ina +viewer$/mu),
    ]);
  });

  it('renames, reorders and merges what cases can be given, by ID or name, and says what there is', async () => {
    await output('status', 'create', 'Parked', '--closed');
    await output('status', 'move', 'parked', '1');
    expect(await output('status', 'list')).toMatch(/^ID .*\n\d+ +Parked +General +closed +case-status-label-closed\n/u);
    expect((await casekeep('status', 'merge', 'New', 'Parked')).stderr).toContain('is the default');
    await output('status', 'default', 'Parked');
    expect(await output('status', 'merge', 'New', 'Parked')).toMatch(/1 case changed\.$/u);
    const { stderr, code } = await casekeep('status', 'archive', 'New');
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/^There is no status "New"\. There are:\n {2}\d+ {2}Parked in/u),
    ]);
    expect(JSON.parse(await output('project', 'list', '--json'))).toMatchObject([{ name: 'General', default: true }]);
  });

  it('lists what could not be handled, and tries it again', async () => {
    expect(await output('failure', 'list')).toBe('There are none.');
    const database = new DatabaseSync(join(directory.path, 'casekeep.db'));
    database.exec(`insert into event_failures (reader, event_id, error, failed_at)
      select reader, min(events.id), 'Error: No.', 0 from events, (select 'activities' as reader union select 'nobody')
      group by reader`);
    database.close();
    expect(await output('failure', 'list')).toMatch(/^\d+ +\S+ .*activities +1970-\S+ +Error: No\.$/mu);
    const retried = await casekeep('failure', 'retry');
    expect(retried).toMatchObject({ code: 1, stdout: '1 event was handled.\n' });
    expect(retried.stderr).toMatch(
      /^Event \d+ \(\S+\) could not be handled by nobody: There is no reader nobody any more\.$/mu,
    );
  });

  it('prints links that can be opened, whatever address the server listens on', async () => {
    const settings = { DATA_DIR: directory.path, HOST: '::1', PORT: '8099' };
    const { stdout } = await runProgram(['user', 'link', 'admin'], settings);
    expect(URL.canParse(stdout.trim())).toBe(true);
    expect(new URL(stdout.trim()).host).toBe('[::1]:8099');
  });
});

describe('the commands of the operator, before the first start', () => {
  it('are refused, make nothing, and leave the first start what it prints', async () => {
    const directory = await temporaryDirectory();
    const settings = { DATA_DIR: directory.path };
    const refusals = [
      await runProgram(['user', 'list'], settings),
      await runProgram(['user', 'add', 'early'], settings),
    ];
    const files = await readdir(directory.path);
    const server = await startServer(settings);
    const { stdout } = await server.stop();
    await directory.remove();
    const stderr = expect.stringContaining(`There is no Casekeep database in ${directory.path}`);
    expect(refusals).toEqual(refusals.map(() => expect.objectContaining({ code: 1, stdout: '', stderr })));
    expect([files, firstStartOf(stdout).key]).toEqual([[], expect.any(String)]);
  });
});
