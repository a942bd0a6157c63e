import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chown, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Account, Binaries } from './postgres-binaries.ts';

const run = promisify(execFile);

const maximumStarts = 5;
const startTimeoutMs = 60_000;
const stopTimeoutMs = 10_000;
const keptLogCharacters = 32_000;

/** A place for one cluster: its folder, its owner and the programs. */
export interface Cluster {
  readonly home: string;
  readonly account: Account;
  readonly binaries: Binaries;
  readonly password: string;
}

/** A server process of ours that accepts connections. */
export interface ServerProcess {
  readonly port: number;
  readonly process: ChildProcess;
  readonly log: () => string;
}

/** Makes an empty cluster in `home`, owned by the account. */
export async function createCluster(place: Omit<Cluster, 'password'>, signal: AbortSignal): Promise<Cluster> {
  const cluster = { ...place, password: randomBytes(16).toString('hex') };
  const passwordFile = join(place.home, 'password');
  await writeFile(passwordFile, cluster.password, { mode: 0o600 });
  const { uid, gid } = place.account;
  if (uid !== undefined && gid !== undefined) await chown(passwordFile, uid, gid);
  try {
    await initialise(cluster, passwordFile, 'C.UTF-8', signal);
  } catch (error) {
    // Older systems have no C.UTF-8; they lose only the classes of letters beyond ASCII in extensions.
    if (!String(error).includes('invalid locale name')) throw error;
    await initialise(cluster, passwordFile, 'C', signal);
  }
  return cluster;
}

/** Starts the server of a cluster on a free loopback port and waits until it accepts connections. */
export async function startServer(
  cluster: Cluster,
  settings: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<ServerProcess> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await findFreePort();
    signal.throwIfAborted();
    const server = launch(cluster, settings, port);
    try {
      await waitUntilReady(server, signal);
      return server;
    } catch (error) {
      await stopServer(server);
      // Someone else can take the port between our finding it and the server's binding it.
      if (attempt === maximumStarts || !server.log().includes('could not bind')) throw error;
    }
  }
}

/** Ends the server at once: its files are about to be removed, so there is nothing to save. */
export async function stopServer(server: ServerProcess): Promise<void> {
  if (hasEnded(server.process)) return;
  const ended = once(server.process, 'exit');
  server.process.kill('SIGQUIT');
  const force = setTimeout(() => server.process.kill('SIGKILL'), stopTimeoutMs);
  await ended;
  clearTimeout(force);
}

async function initialise(
  { home, account, binaries }: Cluster,
  passwordFile: string,
  locale: string,
  signal: AbortSignal,
): Promise<void> {
  const options = [
    `--pgdata=${join(home, 'data')}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=password',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    `--locale=${locale}`,
    '--no-sync',
  ];
  await run(binaries.initdb, options, { ...account, cwd: home, env: ownEnvironment(), signal });
}

function launch(cluster: Cluster, settings: Readonly<Record<string, string>>, port: number): ServerProcess {
  const { home, account, binaries } = cluster;
  const switches = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(binaries.postgres, ['-D', join(home, 'data'), '-p', String(port), ...switches], {
    ...account,
    cwd: home,
    env: ownEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log = (log + text).slice(-keptLogCharacters);
  });
  return { port, process: child, log: () => log };
}

async function waitUntilReady(server: ServerProcess, stop: AbortSignal): Promise<void> {
  const child = server.process;
  const given = AbortSignal.any([stop, AbortSignal.timeout(startTimeoutMs)]);
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const fail = (why: string) => reject(new Error(`PostgreSQL ${why}. Its log:\n${server.log()}`));
  child.stderr?.on('data', () => {
    if (server.log().includes('ready to accept connections')) resolve();
  });
  child.once('error', (error) => fail(`could not be started (${error.message})`));
  // 'close' comes after the last line of the log, 'exit' may come before it.
  child.once('close', (code, signal) => fail(`ended while starting (${signal ?? code})`));
  given.addEventListener('abort', () => fail('did not become ready in time'), { once: true });
  return promise;
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port was found.');
  return address.port;
}

// The caller's PGDATA, LANG and the like are meant for other servers than this one.
function ownEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}
