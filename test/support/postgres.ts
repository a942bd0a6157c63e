import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { KeeperOrder, KeeperReport, ReadyServer } from './postgres-keeper.ts';

/** How a server is wanted; everything has a default. */
export interface StartPostgresOptions {
  /** A folder that does not exist yet; made for the cluster and removed with it. Default: a temporary folder. */
  readonly dataDir?: string;
  /** Settings of postgresql.conf, over the defaults. */
  readonly settings?: Readonly<Record<string, string>>;
  /** `false` trades safety for speed: no flush to disk at all. Default: `true`. */
  readonly durable?: boolean;
}

/** A server of ours; `directory` holds all its files, `pid` is its main process. */
export interface RunningPostgres extends ReadyServer {
  /** Stops the server and removes its directory; fails, with the server's log, if it had already ended by itself. */
  stop(): Promise<void>;
}

const keeperProgram = fileURLToPath(new URL('./postgres-keeper.ts', import.meta.url));

const ownSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  timezone: 'UTC',
};

const withoutFlush = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** Starts a fresh PostgreSQL on a free loopback port; it ends with `stop()` or right after this process. */
export async function startPostgres(options: StartPostgresOptions = {}): Promise<RunningPostgres> {
  const settings = { ...ownSettings, ...(options.durable === false && withoutFlush), ...options.settings };
  const order: KeeperOrder = { settings, ...(options.dataDir !== undefined && { dataDir: options.dataDir }) };
  const keeper = spawnKeeper();
  const reports = listenTo(keeper);
  keeper.stdin.write(`${JSON.stringify(order)}\n`);
  await Promise.race([reports.first, reports.closed]);
  const ready = requireReady(reports);
  holdProcess(keeper, false);

  const stop = async (): Promise<void> => {
    holdProcess(keeper, true);
    keeper.stdin.end();
    await reports.closed;
    requireReady(reports);
  };
  let stopped: Promise<void> | undefined;
  return {
    ...ready,
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

function spawnKeeper(): ChildProcessWithoutNullStreams {
  // Loaders and debuggers of this process are not for the keeper.
  const { NODE_OPTIONS: _, ...env } = process.env;
  // Detached, so that Ctrl-C in a terminal reaches this process alone and the server outlives its last queries.
  const keeper = spawn(process.execPath, [keeperProgram], { detached: true, windowsHide: true, stdio: 'pipe', env });
  // A keeper that has died is reported by its end, not by a failed write.
  keeper.stdin.on('error', () => undefined);
  return keeper;
}

interface Reports {
  readonly first: Promise<unknown>;
  readonly closed: Promise<unknown>;
  readonly last: () => KeeperReport;
}

function listenTo(keeper: ChildProcessWithoutNullStreams): Reports {
  let last: KeeperReport | undefined;
  let complaints = '';
  keeper.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const lines = createInterface({ input: keeper.stdout });
  lines.on('line', (line) => {
    last = JSON.parse(line) as KeeperReport;
  });
  return {
    first: once(lines, 'line'),
    closed: once(keeper, 'close'),
    last: () => last ?? { failed: `PostgreSQL's keeper ended without a report.\n${complaints}` },
  };
}

function requireReady(reports: Reports): ReadyServer {
  const report = reports.last();
  if ('failed' in report) throw new Error(report.failed);
  return report.ready;
}

// An idle server must not keep a finished program from ending; a server being stopped must.
function holdProcess(keeper: ChildProcessWithoutNullStreams, hold: boolean): void {
  const call = hold ? 'ref' : 'unref';
  keeper[call]();
  for (const stream of [keeper.stdin, keeper.stdout, keeper.stderr]) if (stream instanceof Socket) stream[call]();
}
