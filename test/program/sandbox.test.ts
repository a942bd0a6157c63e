import { existsSync, readdirSync } from 'node:fs';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SANDBOX_KEY as key } from '../../src/app/fill-sandbox.ts';
import { sendOnce } from '../support/http-connection.ts';
import { runProgram, type Server, startServer, temporaryDirectory } from '../support/program.ts';

const CASE = '/api/cases/2304';

describe('the sandbox', () => {
  let sandbox: Server;
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
  beforeAll(async () => {
    directory = await temporaryDirectory();
    sandbox = await startServer({ DATA_DIR: directory.path }, 'sandbox');
  });
  afterAll(async () => {
    await sandbox.stop();
    await directory.remove();
  });

  const titleOf = async (path: string): Promise<unknown> => {
    const { status, body } = await sendOnce(sandbox.url, { path, key });
    return status === 200 ? JSON.parse(body).ResponseData.IssueTitle : status;
  };

  it('says where it is and with which key', () => {
    expect(sandbox.stdout()).toContain(`The sandbox serves ${sandbox.url} with example data; API key: ${key}`);
  });

  it('prints a key for each role and a password for everybody, which work', async () => {
    const [, password = ''] = await sandbox.says(/signs in with the password: (.+)$/mu);
    const found = sandbox.stdout().matchAll(/^([a-z.]+) +(manager|agent|viewer|contributor) +(\S+)$/gmu);
    const people = [...found].map(([, username = '', role = '', printed = '']) => ({ username, role, printed }));
    expect(people.map(({ role }) => role).sort()).toEqual(['agent', 'contributor', 'manager', 'viewer']);
    for (const { username, role, printed } of people) {
      expect(Buffer.from(printed, 'base64').toString()).toMatch(new RegExp(`^${username}:`, 'u'));
      const body = { IssueTitle: `By a ${role}`, SpaceID: 1, ProjectID: 1 };
      const created = await sendOnce(sandbox.url, { method: 'POST', path: '/api/cases', key: printed, body });
      expect([role, created.status]).toEqual([role, role === 'viewer' ? 403 : 200]);
      const credentials = { UserName: username, Password: password };
      const signedIn = await sendOnce(sandbox.url, { method: 'PUT', path: '/api/users/token', body: credentials });
      expect(signedIn.status).toBe(200);
    }
    await sendOnce(sandbox.url, { method: 'POST', path: '/sandbox/reset' });
  });

  it.each([
    ['from a page of another site', { origin: 'https://evil.example' }],
    ['under a name that another site lets point here', { host: 'evil.example' }],
    ['from a page without an address', { origin: 'null' }],
  ])('answers nothing that is sent %s', async (_name, headers) => {
    const { hostname, port } = new URL(sandbox.url);
    const options = { hostname, port, method: 'POST', path: '/sandbox/reset', headers };
    const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
    request(options, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
    expect(await promise).toBe(403);
  });

  it('restores changed and created cases, their IDs and the search', async () => {
    const before = await titleOf(CASE);
    const create = async () => {
      const body = { IssueTitle: 'Brand new quokka', SpaceID: 1, ProjectID: projectId };
      return JSON.parse((await sendOnce(sandbox.url, { method: 'POST', path: '/api/cases', key, body })).body)
        .ResponseData;
    };
    const found = async () =>
      JSON.parse((await sendOnce(sandbox.url, { path: '/api/cases?keyword=quokka', key })).body).ResponseData.length;
    const projectId = JSON.parse((await sendOnce(sandbox.url, { path: CASE, key })).body).ResponseData.ProjectID;
    await sendOnce(sandbox.url, { method: 'PUT', path: CASE, key, body: { IssueTitle: 'Changed' } });
    const createdId = await create();
    expect([await titleOf(CASE), await found()]).toEqual(['Changed', 1]);
    const reset = await sendOnce(sandbox.url, { method: 'POST', path: '/sandbox/reset' });
    expect([reset.status, JSON.parse(reset.body).IsError]).toEqual([200, false]);
    expect([await titleOf(CASE), await titleOf(`/api/cases/${createdId}`), await found()]).toEqual([before, 404, 0]);
    expect(await create()).toBe(createdId);
  });

  it('restores while clients read and write, and never shows half of it', async () => {
    const statuses = new Set<number>();
    let busy = true;
    const clients = Array.from({ length: 4 }, async (_, client) => {
      for (let round = 0; busy; round += 1) {
        const body = { IssueTitle: `Title ${client} ${round}` };
        statuses.add((await sendOnce(sandbox.url, { method: 'PUT', path: CASE, key, body })).status);
        statuses.add((await sendOnce(sandbox.url, { path: '/api/cases?PageLength=100', key })).status);
      }
    });
    for (let round = 0; round < 5; round += 1) {
      statuses.add((await sendOnce(sandbox.url, { method: 'POST', path: '/sandbox/reset' })).status);
    }
    busy = false;
    await Promise.all(clients);
    expect([...statuses]).toEqual([200]);
  });

  it('touches neither the data directory nor a database of the settings, and leaves nothing behind', async () => {
    const { url, stop, says } = await startServer(
      { DATA_DIR: directory.path, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/x' },
      'sandbox',
    );
    expect((await sendOnce(url, { path: CASE, key })).status).toBe(200);
    await says(/API key/u);
    expect((await stop()).code).toBe(0);
    expect(readdirSync(directory.path)).toEqual([]);
  });

  it.each(['0.0.0.0', '192.0.2.1', 'example.com', '::', '127.0.0.1.example.com'])(
    'refuses the host %s',
    async (host) => {
      const { code, stdout, stderr } = await runProgram(['sandbox'], { HOST: host, PORT: '0' });
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toContain('CASEKEEP_HOST must be a loopback address');
    },
  );

  it('has no way to reset a real server', async () => {
    const server = await startServer({ DATA_DIR: directory.path });
    const { status } = await sendOnce(server.url, { method: 'POST', path: '/sandbox/reset' });
    await server.stop();
    expect(status).toBe(404);
    expect(existsSync(directory.path)).toBe(true);
  });
});
