import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HttpConnection, sendOnce } from '../support/http-connection.ts';
import { firstStartOf, type Server, startServer, temporaryDirectory } from '../support/program.ts';
import { pause } from '../support/test-database.ts';

const CASE = '/api/cases/2304';
const CONNECTIONS = 16;
const STOP_MS = 10_000;

/** What clients saw until they could not go on. */
interface Seen {
  readonly acknowledged: Set<string>;
  readonly statuses: Set<number>;
  readonly broken: Set<string>;
}

const writeUntilBroken = async (url: string, key: string, client: number, seen: Seen): Promise<void> => {
  const connection = new HttpConnection(url);
  try {
    for (let round = 0; ; round += 1) {
      const IssueTitle = `c${client}r${round}`;
      const { status } = await connection.send({ method: 'PUT', path: CASE, key, body: { IssueTitle } });
      seen.statuses.add(status);
      if (status === 200) seen.acknowledged.add(IssueTitle);
    }
  } catch (error) {
    seen.broken.add(String((error as NodeJS.ErrnoException).code));
  } finally {
    connection.close();
  }
};

describe.each(['SIGTERM', 'SIGINT'] as const)('a server that gets %s', (signal) => {
  let server: Server;
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
  let key: string;
  beforeEach(async () => {
    directory = await temporaryDirectory();
    server = await startServer({ DATA_DIR: directory.path });
    key = firstStartOf(server.stdout()).key ?? '';
  });
  afterEach(async () => {
    server.kill('SIGKILL');
    await server.ended;
    await directory.remove();
  });

  const kill = async () => {
    const before = performance.now();
    server.kill(signal);
    const { code } = await server.ended;
    return { code, durationMs: performance.now() - before };
  };

  it('ends with 0 at once when nothing goes on, also with idle connections', async () => {
    const idle = new HttpConnection(server.url);
    await idle.send({ path: '/healthz' });
    const { code, durationMs } = await kill();
    idle.close();
    expect(code).toBe(0);
    expect(durationMs).toBeLessThan(2_000);
  });

  it('answers what is in flight, keeps all it acknowledged, refuses the rest, and ends with 0', async () => {
    const seen: Seen = { acknowledged: new Set(), statuses: new Set(), broken: new Set() };
    const clients = Array.from({ length: CONNECTIONS }, (_, client) => writeUntilBroken(server.url, key, client, seen));
    await pause(300);
    const { code, durationMs } = await kill();
    await Promise.all(clients);
    expect(code).toBe(0);
    expect(durationMs).toBeLessThan(STOP_MS);
    expect([...seen.statuses].filter((status) => status !== 200 && status !== 503)).toEqual([]);
    // A connection may be closed while a request is on its way to it, but none may break in the middle of an answer.
    expect([...seen.broken].filter((code) => !['ECONNREFUSED', 'ECONNRESET'].includes(code))).toEqual([]);
    const database = new DatabaseSync(join(directory.path, 'casekeep.db'), { readOnly: true });
    const rows = database.prepare(`select new_value as value from case_history where property = 'title'`).all();
    database.close();
    const kept = new Set(rows.map(({ value }) => JSON.parse(String(value))));
    expect(seen.acknowledged.size).toBeGreaterThan(CONNECTIONS);
    expect([...seen.acknowledged].filter((title) => !kept.has(title))).toEqual([]);
  });

  it('finishes a request that was half sent, and says meanwhile that it is not ready', async () => {
    const { hostname, port } = new URL(server.url);
    const half = connect(Number(port), hostname);
    const body = JSON.stringify({ IssueTitle: 'Sent in two halves' });
    const head = `PUT ${CASE} HTTP/1.1\r\nHost: x\r\nRest-Api-Key: ${key}\r\nContent-Type: application/json\r\n`;
    half.write(`${head}Content-Length: ${body.length}\r\n\r\n${body.slice(0, 10)}`);
    const probe = new HttpConnection(server.url);
    const busy = connect(Number(port), hostname);
    busy.write('GET /readyz HTTP/1.1\r\nHost: x\r\n');
    await probe.send({ path: '/readyz' });
    await pause(100);
    server.kill(signal);
    await pause(200);
    busy.write('\r\n');
    expect(String((await once(busy, 'data'))[0])).toMatch(/^HTTP\/1.1 503 /u);
    await expect(sendOnce(server.url, { path: '/healthz' })).rejects.toThrow('ECONNREFUSED');
    half.write(body.slice(10));
    expect(String((await once(half, 'data'))[0])).toMatch(/^HTTP\/1.1 200 /u);
    half.destroy();
    busy.destroy();
    probe.close();
    expect((await server.ended).code).toBe(0);
  });
});

describe('a server that is stopped while a client never finishes its request', () => {
  it('ends with 0 within 10 seconds', async () => {
    const directory = await temporaryDirectory();
    const server = await startServer({ DATA_DIR: directory.path });
    const { hostname, port } = new URL(server.url);
    const slow = connect(Number(port), hostname).on('error', () => undefined);
    slow.write(`PUT ${CASE} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`);
    await pause(100);
    const before = performance.now();
    const { code, stdout } = await server.stop();
    slow.destroy();
    await directory.remove();
    expect(performance.now() - before).toBeLessThan(STOP_MS);
    expect(code).toBe(0);
    expect(stdout).toContain('"msg":"stopped"');
  });
});
