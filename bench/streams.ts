import { fork } from 'node:child_process';
import { once } from 'node:events';
import { MAX_STREAMS_OF_USER } from '../src/features/events/require-streamable.ts';
import { atEnd } from './clean-up.ts';
import type { LoadResult } from './loader.ts';
import { type MemoryUse, memoryOf, processorMsOf, untilIdle } from './machine.ts';
import { combined } from './measure.ts';
import type { Part, Run } from './part.ts';
import { atLeast, below, rate, table } from './report.ts';
import { projectFile, type ServerProcess, startServer } from './server-process.ts';
import type { StreamOrder, StreamReport } from './stream-clients.ts';
import { programServer } from './test-bed.ts';

const CLIENTS = 1_000;
const ROUNDS = 3;
const CONNECTIONS = 64;
const WARM_UP_MS = 500;
/** How long the last event may take to reach the last client. */
const ARRIVAL_TIMEOUT_MS = 60_000;

const MOST_MIB = 100;
const LEAST_PART = 0.8;

interface Round {
  readonly result: LoadResult;
  readonly processorMs: number;
  readonly memory: MemoryUse;
}

interface RoundWithClients extends Round {
  /** The memory with all clients connected, before anything happens. */
  readonly quietMemory: MemoryUse;
  /** From the end of the updates until everybody has heard of the last one. */
  readonly lagMs: number;
  readonly arrived: number;
  readonly bytes: number;
  readonly reconnects: number;
  readonly clientsMs: number;
}

/** Updates with nobody and with a thousand clients who hear of all of them, in turns, and what the clients cost. */
export const measureStreams: Part = async (run) => {
  const server = await startServer(programServer(await run.bed.copy('template', 'streams')));
  const keys = await keysOfPeople(server, run.filled.key);
  await untilIdle(server.pid);
  const order = startClients();
  const without: Round[] = [];
  const withClients: RoundWithClients[] = [];
  await run.step(`Updates with ${CLIENTS} clients that listen, and without`, async () => {
    // What the program needs for updates at all is not what the clients cost.
    await update(run, server);
    for (let round = 0; round < ROUNDS; round += 1) {
      without.push(await roundWithout(run, server));
      withClients.push(await roundWith(run, server, { order, keys }));
    }
  });
  await server.stop();
  return report(without, withClients);
};

/** Keys of administrators, who hear everything: so many that each has no more streams than one person may have. */
const keysOfPeople = async ({ port }: ServerProcess, key: string): Promise<string[]> => {
  const create = async (path: string, body: object): Promise<{ readonly id: number; readonly key: string }> => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (answer.status !== 201) throw new Error(`POST ${path} answered ${answer.status}.`);
    return (await answer.json()) as { id: number; key: string };
  };
  const keys: string[] = [];
  for (let person = 0; person < CLIENTS / MAX_STREAMS_OF_USER; person += 1) {
    const { id } = await create('/users', { username: `listener.${person}`, role: 'administrator' });
    keys.push((await create(`/users/${id}/keys`, { name: 'Listens' })).key);
  }
  return keys;
};

type Order = (order: StreamOrder) => Promise<StreamReport>;

const startClients = (): Order => {
  const child = fork(projectFile('bench', 'stream-clients.ts'), { execArgv: [] });
  const ended = once(child, 'exit');
  atEnd(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return async (order) => {
    const answer = once(child, 'message');
    child.send(order);
    const result = await Promise.race([answer, ended.then(() => undefined)]);
    if (result === undefined) throw new Error('The program with the listening clients ended by itself.');
    return result[0] as StreamReport;
  };
};

let orders = 0;
const SERIALS_PER_ORDER = 100_000_000;

const update = async ({ options, filled, load }: Run, { port, pid }: ServerProcess): Promise<Round> => {
  orders += 1;
  const before = processorMsOf(pid);
  const result = await load({
    ...filled,
    ...{ operation: 'v1 patch', connections: CONNECTIONS, port, markup: options.markup },
    ...{ firstSerial: orders * SERIALS_PER_ORDER, warmUpMs: WARM_UP_MS, measureMs: options.seconds * 1_000 },
  });
  return { result, processorMs: (processorMsOf(pid) - before) / result.answers, memory: memoryOf(pid) };
};

const roundWithout = async (run: Run, server: ServerProcess): Promise<Round> => {
  const round = await update(run, server);
  await untilIdle(server.pid);
  return { ...round, memory: memoryOf(server.pid) };
};

interface Listening {
  readonly order: Order;
  readonly keys: readonly string[];
}

const roundWith = async (run: Run, server: ServerProcess, { order, keys }: Listening): Promise<RoundWithClients> => {
  const { key } = run.filled;
  const { connected, ...before } = await order({ do: 'listen', port: server.port, keys, clients: CLIENTS });
  if (connected < CLIENTS) throw new Error(`Only ${connected} of ${CLIENTS} clients could connect.`);
  await untilIdle(server.pid);
  const quietMemory = memoryOf(server.pid);
  const round = await update(run, server);
  const endedAt = performance.now();
  const cursor = await endOfLog(server, key);
  const { arrived, ...after } = await order({ do: 'wait', cursor, timeoutMs: ARRIVAL_TIMEOUT_MS });
  const lagMs = performance.now() - endedAt;
  await order({ do: 'hang up' });
  await untilIdle(server.pid);
  return {
    ...{ ...round, quietMemory, lagMs, arrived },
    bytes: after.bytes - before.bytes,
    reconnects: after.reconnects - before.reconnects,
    clientsMs: after.processorMs - before.processorMs,
  };
};

const endOfLog = async ({ port }: ServerProcess, key: string): Promise<string> => {
  const headers = { authorization: `Bearer ${key}` };
  const page = await fetch(`http://127.0.0.1:${port}/api/v1/events?after=now`, { headers });
  return ((await page.json()) as { next: string }).next;
};

const heading = [
  ...['listening clients', 'updates/s', 'p50 ms', 'p99 ms', 'processor ms', 'failures'],
  ...['server MiB', 'of them its own', 'at its peak'],
];

const report = (without: readonly Round[], withClients: readonly RoundWithClients[]) => {
  const [before, after] = [
    combined(without.map(({ result }) => result)),
    combined(withClients.map(({ result }) => result)),
  ];
  const quiet = withClients.map(({ quietMemory }) => quietMemory.nowMiB);
  const extraMiB = mean(quiet) - mean(without.map(({ memory }) => memory.nowMiB));
  const least = Math.min(...withClients.map(({ arrived }) => arrived));
  const perEvent = sum(withClients.map(({ bytes }) => bytes)) / (after.answers * CLIENTS);
  return {
    text: `${table(heading, [rowOf('none', without), rowOf(String(CLIENTS), withClients)])}

With nothing happening the clients hold ${extraMiB.toFixed(0)} MiB. All ${CLIENTS} have heard of the last update ${withClients.map(({ lagMs }) => (lagMs / 1_000).toFixed(1)).join(', ')} s after it;
they read ${perEvent.toFixed(0)} bytes an event, ${Math.round(sum(withClients.map(({ bytes }) => bytes)) / 1_048_576)} MiB in all, and used ${(sum(withClients.map(({ clientsMs }) => clientsMs)) / 1_000).toFixed(1)} s of processor time themselves.`,
    targets: [
      below(`memory of ${CLIENTS} connected clients < ${MOST_MIB} MiB`, extraMiB, MOST_MIB),
      atLeast(
        `updates with ${CLIENTS} listening clients ≥ ${LEAST_PART} × without`,
        after.perSecond / before.perSecond,
        LEAST_PART,
      ),
      below('listening clients that missed the last event', CLIENTS - least, 1),
      below('listening clients that were cut off', sum(withClients.map(({ reconnects }) => reconnects)), 1),
    ],
    failures: before.failures + after.failures,
  };
};

const rowOf = (name: string, rounds: readonly Round[]): string[] => {
  const result = combined(rounds.map((round) => round.result));
  const last = rounds.map(({ memory }) => memory);
  return [
    ...[name, rate(result.perSecond), result.p50Ms.toFixed(2), result.p99Ms.toFixed(2)],
    ...[mean(rounds.map(({ processorMs }) => processorMs)).toFixed(3), String(result.failures)],
    mean(last.map(({ nowMiB }) => nowMiB)).toFixed(0),
    mean(last.map(({ ownMiB }) => ownMiB)).toFixed(0),
    Math.max(...last.map(({ peakMiB }) => peakMiB)).toFixed(0),
  ];
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const mean = (numbers: readonly number[]): number => sum(numbers) / numbers.length;
