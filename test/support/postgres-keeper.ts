/**
 * The program that keeps one PostgreSQL server for the process that started it. The first line of its input is the
 * order, the end of its input means "stop": input ends however the other process ends, even by SIGKILL, so neither
 * a server nor its files are ever left behind.
 */
import { once } from 'node:events';
import { chown, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { type Account, findAccount, prepareBinaries } from './postgres-binaries.ts';
import { createCluster, type ServerProcess, startServer, stopServer } from './postgres-cluster.ts';

/** What the keeper is asked for: a folder that does not exist yet (or a temporary one) and the server's settings. */
export interface KeeperOrder {
  readonly dataDir?: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** What the keeper answers: one line when the server is ready, one when it could not be kept. */
export type KeeperReport = { readonly ready: ReadyServer } | { readonly failed: string };

/** Where the server is. */
export interface ReadyServer {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  readonly directory: string;
}

const stopping = new AbortController();
const input = createInterface({ input: process.stdin });
input.once('close', () => stopping.abort());
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stopping.abort());
// Nobody is left to read when the other process has died.
process.stdout.on('error', () => stopping.abort());

try {
  const [line] = await once(input, 'line', { signal: stopping.signal });
  await keep(JSON.parse(String(line)) as KeeperOrder);
} catch (error) {
  process.exitCode = 1;
  if (!stopping.signal.aborted) report({ failed: error instanceof Error ? error.message : String(error) });
} finally {
  process.stdin.destroy();
}

async function keep(order: KeeperOrder): Promise<void> {
  const account = await findAccount();
  const home = await makeHome(order.dataDir, account);
  try {
    const binaries = await prepareBinaries(account, home);
    const cluster = await createCluster({ home, account, binaries }, stopping.signal);
    const server = await startServer(cluster, order.settings, stopping.signal);
    const url = `postgres://postgres:${cluster.password}@127.0.0.1:${server.port}/postgres`;
    report({ ready: { url, port: server.port, pid: Number(server.process.pid), directory: home } });
    await untilStopped(server);
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  }
}

async function untilStopped(server: ServerProcess): Promise<void> {
  const ended = once(server.process, 'close');
  if (!stopping.signal.aborted) await Promise.race([ended, once(stopping.signal, 'abort')]);
  if (!stopping.signal.aborted) throw new Error(`PostgreSQL ended by itself. Its log:\n${server.log()}`);
  await stopServer(server);
}

async function makeHome(dataDir: string | undefined, { uid, gid }: Account): Promise<string> {
  const home = dataDir === undefined ? await mkdtemp(join(tmpdir(), 'casekeep-postgres-')) : resolve(dataDir);
  // Fails where a folder exists: only what was made here may be removed at the end.
  if (dataDir !== undefined) await mkdir(home, { mode: 0o700 });
  if (uid !== undefined && gid !== undefined) await chown(home, uid, gid);
  return home;
}

function report(message: KeeperReport): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}
