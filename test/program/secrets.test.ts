import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HttpConnection, sendOnce } from '../support/http-connection.ts';
import { firstStartOf, runProgram, type Server, startServer, temporaryDirectory } from '../support/program.ts';

const PASSWORD = 'correct horse battery staple';
const CASE = '/api/cases/2304';

describe('the log at its most talkative', () => {
  let server: Server;
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
  let log: string;
  const secrets = new Map<string, string>();
  beforeAll(async () => {
    directory = await temporaryDirectory();
    server = await startServer({ DATA_DIR: directory.path, LOG_LEVEL: 'trace' });
    const { link = '', key = '' } = firstStartOf(server.stdout());
    secrets.set('the key', key).set('the password', PASSWORD);
    secrets.set('the token of the link', new URL(link).pathname.split('/').at(-1) ?? '');
    const printed = server.stdout().length;
    await useEverySecret(key, new URL(link).pathname);
    const { stdout } = await server.stop();
    log = stdout.slice(printed);
  });
  afterAll(async () => {
    server.kill('SIGKILL');
    await server.ended;
    await directory.remove();
  });

  /** Sends the secrets in every way in which clients send them, rightly and wrongly. */
  const useEverySecret = async (key: string, linkPath: string): Promise<void> => {
    const connection = new HttpConnection(server.url);
    const paths = [
      `${CASE}?token=${key}`,
      `${CASE}&token=${key}`,
      `${CASE}?Rest-Api-Key=${key}`,
      `/nothing?token=${key}`,
    ];
    for (const path of [...paths, `${CASE}%3Ftoken=${key}`, `${CASE}%26token=${key}`, linkPath])
      await connection.send({ path });
    const form = new URLSearchParams({ password: PASSWORD, repetition: PASSWORD });
    await fetch(new URL(linkPath, server.url), { method: 'POST', body: form });
    const signIn = { method: 'PUT', path: '/api/users/token' };
    const signedIn = await connection.send({ ...signIn, body: { UserName: 'admin', Password: PASSWORD } });
    secrets.set('the key of a sign-in', JSON.parse(signedIn.body).ResponseData);
    await connection.send({ ...signIn, body: { UserName: 'nobody', Password: PASSWORD } });
    await connection.send({ ...signIn, body: { UserName: 5, Password: [PASSWORD] } });
    await connection.send({ method: 'PUT', path: `${CASE}&token=${key}`, body: { Password: PASSWORD } });
    connection.close();
    await sendRaw(`GET ${CASE} HTTP/1.1\r\nHost: x\r\nRest-Api-Key: ${key}\r\nBroken header\r\n\r\n`);
    await sendRaw(`GET ${CASE}?token=${key} HTTP/9.9\r\n\r\n`);
    await sendRaw(
      `PUT ${CASE}?token=${key} HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 1\r\n\r\nx`,
    );
  };

  const sendRaw = async (text: string): Promise<void> => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname).on('error', () => undefined);
    socket.write(text);
    await once(socket, 'data');
    socket.destroy();
  };

  it('has lines for requests, so that this test proves something', () => {
    expect(log).toContain('"path":"/api/cases/2304"');
    expect(log).toContain('"msg":"stopped"');
  });

  const names = ['the key', 'the password', 'the token of the link', 'the key of a sign-in'];

  it.each(names)('never contains %s', (name) => {
    const secret = secrets.get(name) ?? '';
    expect(secret.length).toBeGreaterThan(20);
    expect(log.split('\n').filter((line) => line.includes(secret))).toEqual([]);
  });

  it.each(names)('never contains %s as bytes', (name) => {
    const bytes = [...Buffer.from(secrets.get(name) ?? '')].join(',');
    expect(log.split('\n').filter((line) => line.includes(bytes))).toEqual([]);
  });
});

describe('the output of commands', () => {
  it('never contains the password of the database, also when it cannot be reached', async () => {
    const url = 'postgres://casekeep:Tr0ub4dor@127.0.0.1:1/casekeep';
    const { stdout, stderr } = await runProgram(['user', 'list'], { DATABASE_URL: url, LOG_LEVEL: 'trace' });
    expect(stderr).toContain('cannot be reached');
    expect(stdout + stderr).not.toContain('Tr0ub4dor');
  });

  it('shows a key only when it is made', async () => {
    const directory = await temporaryDirectory();
    const server = await startServer({ DATA_DIR: directory.path });
    const { key = '' } = firstStartOf(server.stdout());
    const list = await runProgram(['key', 'list'], { DATA_DIR: directory.path });
    expect((await sendOnce(server.url, { path: CASE, key })).status).toBe(200);
    await server.stop();
    await directory.remove();
    expect(list.stdout).toContain('First start');
    expect(list.stdout).not.toContain(key);
  });
});
