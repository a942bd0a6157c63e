import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendOnce } from '../support/http-connection.ts';
import { firstStartOf, runProgram, type Server, startServer, temporaryDirectory } from '../support/program.ts';

describe('the bin at the command line, beside a running server', () => {
  let server: Server;
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
  let key: string;
  beforeAll(async () => {
    directory = await temporaryDirectory();
    server = await startServer({ DATA_DIR: directory.path });
    key = firstStartOf(server.stdout()).key ?? '';
  });
  afterAll(async () => {
    server.kill('SIGKILL');
    await server.ended;
    await directory.remove();
  });

  const bin = (...args: string[]) => runProgram(['bin', ...args], { DATA_DIR: directory.path });
  const output = async (...args: string[]): Promise<string> => {
    const { code, stdout, stderr } = await bin(...args);
    expect({ args, code, stderr }).toEqual({ args, code: 0, stderr: '' });
    return stdout.trim();
  };
  const statusOf = async (method: string): Promise<number> =>
    (await sendOnce(server.url, { method, path: '/api/cases/2304', key })).status;

  it('lists, restores and purges what was deleted', async () => {
    expect(await statusOf('DELETE')).toBe(200);
    expect(await output('list')).toMatch(/^2304 +\d{4}-\S+Z +\d{4}-\S+Z +\S/mu);
    expect(await output('purge')).toBe('0 cases were deleted for good.');
    expect(await output('restore', '2304')).toBe('Case 2304 is restored.');
    expect(await statusOf('GET')).toBe(200);
    expect(await output('list')).toBe('ID  DELETED  KEPT UNTIL  TITLE');
    expect(await statusOf('DELETE')).toBe(200);
    expect(await output('purge', '--days', '0')).toBe('1 case was deleted for good.');
    expect([await statusOf('GET'), await output('list')]).toEqual([404, 'ID  DELETED  KEPT UNTIL  TITLE']);
  });

  it('refuses what is not there and what is no number', async () => {
    const missing = { code: 1, stdout: '', stderr: 'There is no case 2304 in the bin.\n' };
    expect(await bin('restore', '2304')).toMatchObject(missing);
    for (const args of [
      ['restore', 'x'],
      ['restore', '0'],
      ['purge', '--days', '-1'],
      ['list', '--page', '0'],
    ]) {
      expect(await bin(...args)).toMatchObject({
        code: 1,
        stdout: '',
        stderr: expect.stringContaining('whole number'),
      });
    }
  });
});
