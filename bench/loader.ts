// Puts load on a server, in a process of its own: each connection sends its next request when it has the answer.
// Orders and results travel by the channel of child_process.fork.

import { createConnection, type Socket } from 'node:net';
import { createHistogram, type RecordableHistogram } from 'node:perf_hooks';
import { answerReader } from './answer-reader.ts';
import { bodyOfSuccess, type RequestsOf, requestMaker } from './requests.ts';

/** What to measure. */
export interface LoadOrder extends RequestsOf {
  readonly port: number;
  readonly connections: number;
  readonly warmUpMs: number;
  readonly measureMs: number;
}

/** What was measured. */
export interface LoadResult {
  readonly perSecond: number;
  /** How many answers came in all, also while warming up. */
  readonly answers: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Answers that were no success, broken connections and requests without an answer; also those while warming up. */
  readonly failures: number;
  /** The part of one core that this program used. */
  readonly loaderCpu: number;
}

/** A request that takes longer has failed. */
const TIMEOUT_MS = 10_000;

/** What the connections of one order share. */
interface Run {
  readonly port: number;
  readonly nextRequest: () => string;
  readonly bodyOfSuccess: string;
  readonly latencies: RecordableHistogram;
  phase: 'warming up' | 'measuring' | 'stopping';
  answersInAll: number;
  answers: number;
  failures: number;
}

const load = async (order: LoadOrder): Promise<LoadResult> => {
  const latencies = createHistogram();
  const run: Run = {
    port: order.port,
    nextRequest: requestMaker(order),
    bodyOfSuccess: bodyOfSuccess(order.operation),
    latencies,
    phase: 'warming up',
    ...{ answersInAll: 0, answers: 0, failures: 0 },
  };
  const finished = Promise.all(Array.from({ length: order.connections }, () => runConnection(run)));
  await wait(order.warmUpMs);
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  run.phase = 'measuring';
  await wait(order.measureMs);
  run.phase = 'stopping';
  const elapsedMs = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  await finished;
  return {
    perSecond: (run.answers * 1_000) / elapsedMs,
    answers: run.answersInAll,
    p50Ms: latencies.percentile(50) / 1_000,
    p99Ms: latencies.percentile(99) / 1_000,
    failures: run.failures,
    loaderCpu: (user + system) / 1_000 / elapsedMs,
  };
};

/** Sends requests on one connection, one at a time, until the run stops or a request fails for good. */
const runConnection = (run: Run): Promise<void> =>
  new Promise((resolve) => {
    let sentAt = 0;
    const socket: Socket = createConnection({ port: run.port, host: '127.0.0.1', noDelay: true });
    const send = (): void => {
      sentAt = performance.now();
      socket.write(run.nextRequest(), 'utf8');
    };
    const read = answerReader(run.bodyOfSuccess, (success) => {
      count(run, success, performance.now() - sentAt);
      if (run.phase === 'stopping') socket.destroy();
      else send();
    });
    const fail = (): void => {
      run.failures += 1;
      socket.destroy();
    };
    socket.setTimeout(TIMEOUT_MS, fail);
    socket
      .on('connect', send)
      .on('data', read)
      .on('error', fail)
      .on('end', fail)
      .on('close', () => resolve());
  });

const count = (run: Run, success: boolean, latencyMs: number): void => {
  run.answersInAll += 1;
  if (!success) run.failures += 1;
  if (run.phase !== 'measuring') return;
  run.answers += 1;
  run.latencies.record(Math.max(1, Math.round(latencyMs * 1_000)));
};

const wait = (timeMs: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, timeMs));

process.on('message', async (order: LoadOrder) => {
  process.send?.(await load(order));
});
