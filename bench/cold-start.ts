import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { atEnd } from './clean-up.ts';
import { median } from './median.ts';
import { spawnServer, stopServer } from './server-process.ts';
import { type DatabaseSettings, programServer } from './test-bed.ts';

const STARTS = 5;
const POLL_MS = 5;
const TIMEOUT_MS = 30_000;

/** Medians, in milliseconds from the start of the process. */
export interface ColdStart {
  readonly healthyMs: number;
  readonly readyMs: number;
  /** What Node.js itself needs to run an empty program. */
  readonly emptyProgramMs: number;
}

/** Starts the program on an existing database several times. */
export const measureColdStart = async (settings: DatabaseSettings): Promise<ColdStart> => {
  const starts: { healthyMs: number; readyMs: number; emptyProgramMs: number }[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    starts.push({ ...(await startOnce(settings)), emptyProgramMs: await runEmptyProgram() });
  }
  return {
    healthyMs: median(starts.map(({ healthyMs }) => healthyMs)),
    readyMs: median(starts.map(({ readyMs }) => readyMs)),
    emptyProgramMs: median(starts.map(({ emptyProgramMs }) => emptyProgramMs)),
  };
};

const startOnce = async (settings: DatabaseSettings): Promise<{ healthyMs: number; readyMs: number }> => {
  const port = await findFreePort();
  const startedAt = performance.now();
  const child = spawnServer(programServer(settings, port));
  atEnd(() => stopServer(child));
  child.stdout?.resume();
  try {
    const healthyMs = await untilSuccess(`http://127.0.0.1:${port}/healthz`, startedAt);
    return { healthyMs, readyMs: await untilSuccess(`http://127.0.0.1:${port}/readyz`, startedAt) };
  } finally {
    await stopServer(child);
  }
};

const untilSuccess = async (url: string, startedAt: number): Promise<number> => {
  while (performance.now() - startedAt < TIMEOUT_MS) {
    if ((await statusOf(url)) === 200) return performance.now() - startedAt;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error(`${url} did not answer 200 in time.`);
};

/** The status of the answer; 0 while nobody listens. */
const statusOf = (url: string): Promise<number> =>
  new Promise((resolve) => {
    const request = get(url, { agent: false, timeout: TIMEOUT_MS }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.on('timeout', () => request.destroy()).on('error', () => resolve(0));
  });

const runEmptyProgram = async (): Promise<number> => {
  const startedAt = performance.now();
  await once(spawn(process.execPath, ['--eval', ''], { stdio: 'ignore' }), 'exit');
  return performance.now() - startedAt;
};

const findFreePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
};
