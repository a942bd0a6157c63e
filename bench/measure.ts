import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { atEnd } from './clean-up.ts';
import type { LoadOrder, LoadResult } from './loader.ts';
import { projectFile } from './server-process.ts';

/** Puts load on a server and answers with what it measured. */
export type Load = (order: LoadOrder) => Promise<LoadResult>;

/** Starts the program that makes the load; it ends with the run. */
export const startLoader = (): Load => {
  const child: ChildProcess = fork(projectFile('bench', 'loader.ts'), { execArgv: [] });
  const ended = once(child, 'exit');
  atEnd(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return async (order) => {
    const answer = once(child, 'message');
    child.send(order);
    const result = await Promise.race([answer, ended.then(() => undefined)]);
    if (result === undefined) throw new Error('The program that makes the load ended by itself.');
    return result[0] as LoadResult;
  };
};

/** What was measured of one server in one cell: the mean of its rounds, and the sum of its failures. */
export const combined = (rounds: readonly LoadResult[]): LoadResult => {
  const sum = (of: (round: LoadResult) => number): number => rounds.reduce((total, round) => total + of(round), 0);
  return {
    perSecond: sum(({ perSecond }) => perSecond) / rounds.length,
    answers: sum(({ answers }) => answers),
    p50Ms: sum(({ p50Ms }) => p50Ms) / rounds.length,
    p99Ms: sum(({ p99Ms }) => p99Ms) / rounds.length,
    failures: sum(({ failures }) => failures),
    loaderCpu: sum(({ loaderCpu }) => loaderCpu) / rounds.length,
  };
};
