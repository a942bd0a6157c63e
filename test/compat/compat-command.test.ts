import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SANDBOX_KEY } from '../../src/app/fill-sandbox.ts';
import { traces } from '../support/cases.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

const SCRIPT = fileURLToPath(new URL('../../scripts/compat.ts', import.meta.url));

const runCompat = (...args: readonly string[]): Promise<{ code: number | null; output: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', SCRIPT, ...args]);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.once('error', reject).once('close', (code) => resolve({ code, output }));
  });

const addressOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const listening = async (server: Server): Promise<Server> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
};

describe('npm run compat', () => {
  let testApp: TestApp;
  let baseUrl: string;
  const servers: Server[] = [];
  beforeAll(async () => {
    testApp = await startTestApp('sqlite');
    baseUrl = await testApp.app.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(async () => {
    for (const server of servers) server.close().closeAllConnections();
    await testApp.close();
  });

  it('finds no difference between our server and the reference, and writes nothing', async () => {
    const before = await traces(testApp);
    const { code, output } = await runCompat('--base-url', baseUrl, '--key', SANDBOX_KEY);
    expect(output).toMatch(/^\d{2,} exchanges tried, 0 not tried, 0 differences\n$/u);
    expect([code, await traces(testApp)]).toEqual([0, before]);
  });

  it('takes back what it writes when it may write', async () => {
    const there = 'select count(*) as count from cases where deleted_at is null';
    const before = await testApp.rows(there);
    const { code, output } = await runCompat('--base-url', `${baseUrl}/`, '--key', SANDBOX_KEY, '--write');
    expect(output).toMatch(/^\d{3,} exchanges tried, 0 not tried, 0 differences\n$/u);
    expect([code, await testApp.rows(there)]).toEqual([0, before]);
    expect(await testApp.rows('select count(*) as count from device_tokens')).toEqual([{ count: 0 }]);
  });

  it('tells how a server with another envelope, nulls and no regard for keys differs', async () => {
    const wrong = createServer(async (request, response) => {
      const answer = await fetch(`${baseUrl}${request.url}`, { headers: { 'Rest-Api-Key': SANDBOX_KEY } });
      const text = await answer.text();
      const changed = text
        .replace(/^\{"IsError":(\w+),"ResponseMessage":("[^"]*"),/u, '{"ResponseMessage":$2,"IsError":$1,')
        .replaceAll('"AvatarImageURL":""', '"AvatarImageURL":null');
      response.writeHead(answer.status, { 'content-type': 'application/json; charset=utf-8' }).end(changed);
    });
    servers.push(await listening(wrong));
    const { code, output } = await runCompat('--base-url', addressOf(wrong), '--key', SANDBOX_KEY);
    expect(code).toBe(1);
    expect(output).toMatch(/^GET \/api\/cases\/\{id\} .+ IsError, ResponseMessage and ResponseData in this order/mu);
    expect(output).toMatch(/^GET \/api\/users\/me .+ AvatarImageURL +never null +null$/mu);
    // It takes every key.
    expect(output).toMatch(/^GET \/api\/users\/me .+ the status +401 +200/mu);
  });

  it('tells that nobody answers, that an answer takes too long, and that a key is refused, without any trace of a defect', async () => {
    const gone = await listening(createServer());
    const nowhere = addressOf(gone);
    gone.close();
    const silent = await listening(createServer(() => undefined));
    servers.push(silent);
    for (const [address, key, came] of [
      [nowhere, SANDBOX_KEY, 'ECONNREFUSED'],
      [addressOf(silent), SANDBOX_KEY, 'timeout'],
      [baseUrl, 'wrong', 'whose key this is'],
    ] as const) {
      const { code, output } = await runCompat('--base-url', address, '--key', key, '--timeout', '1');
      expect([code, output]).toEqual([1, expect.stringContaining(came)]);
      expect(output).toContain('0 exchanges tried, 0 not tried, 1 differences');
      expect(output).not.toMatch(/^\s+at /mu);
    }
  });

  it.each([[[]], [['--base-url', 'nowhere', '--key', 'x']], [['--colour', 'blue']]])(
    'explains itself when it is called with %j',
    async (args) => {
      const { code, output } = await runCompat(...args);
      expect([code, output]).toEqual([2, expect.stringContaining('Usage: npm run compat')]);
    },
  );
});
