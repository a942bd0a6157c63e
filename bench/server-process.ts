import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { atEnd } from './clean-up.ts';

const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 12_000;

/** A program that serves on loopback and prints the address. */
export interface ServerProgram {
  readonly script: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** A running one. */
export interface ServerProcess {
  readonly port: number;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts the program with the Node.js that runs this one and its options, without the settings around it. */
export const spawnServer = (
  { script, args, environment }: ServerProgram,
  { stderr = 'inherit' }: { readonly stderr?: 'inherit' | 'pipe' } = {},
): ChildProcess => {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(?:CASEKEEP_|NODE_OPTIONS$)/u.test(name));
  return spawn(process.execPath, [...process.execArgv, ...nodeOptions(), script, ...args], {
    env: { ...Object.fromEntries(inherited), ...environment },
    stdio: ['ignore', 'pipe', stderr],
  });
};

/** Options for the servers' Node.js, for example --cpu-prof. */
const nodeOptions = (): string[] => (process.env['CASEKEEP_BENCH_NODE_OPTIONS'] ?? '').split(' ').filter(Boolean);

/** Starts the program and waits until it serves; it is stopped at the end of the run at the latest. */
export const startServer = async (program: ServerProgram): Promise<ServerProcess> => {
  const child = spawnServer(program);
  const stop = (): Promise<void> => stopServer(child);
  atEnd(stop);
  const port = await portOf(child);
  return { port, pid: child.pid ?? 0, stop };
};

/** Asks the process to stop, and ends it when it does not. */
export const stopServer = async (child: ChildProcess): Promise<void> => {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(force);
};

const portOf = async (child: ChildProcess): Promise<number> => {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  if (child.stdout === null) throw new Error('The server has no output.');
  const timer = setTimeout(() => reject(new Error('A server did not start in time.')), START_TIMEOUT_MS);
  // Read to the end: a full pipe would stop the server.
  createInterface({ input: child.stdout }).on('line', (line) => {
    const port = /serves http:\/\/127\.0\.0\.1:(\d+) /u.exec(line)?.[1];
    if (port !== undefined) resolve(Number(port));
    else if (!line.includes('"msg":"')) console.error(line);
  });
  child.once('exit', (code, signal) => reject(new Error(`A server ended while starting (${signal ?? code}).`)));
  child.once('error', reject);
  return promise.finally(() => clearTimeout(timer));
};

/** A file of this project. */
export const projectFile = (...path: string[]): string => join(import.meta.dirname, '..', ...path);
