import type { LoadResult } from './loader.ts';
import { processorMsOf, untilIdle } from './machine.ts';
import { combined } from './measure.ts';
import type { Part, Run } from './part.ts';
import { atLeast, below, rate, table } from './report.ts';
import type { RequestKind } from './requests.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import { programServer } from './test-bed.ts';

/** Short rounds in turns: what else the machine does meets both. */
const ROUNDS = 4;
const FIRST_WARM_UP_MS = 2_000;
const LATER_WARM_UP_MS = 300;

/** An old request and the new one that does the same. */
const pairs = [
  { before: 'update', after: 'v1 patch' },
  { before: 'get', after: 'v1 get' },
  { before: 'list', after: 'v1 list' },
] as const satisfies readonly { before: RequestKind; after: RequestKind }[];

/** Reads are compared with so many connections only. */
const READING_CONNECTIONS = 16;

const LEAST_PART = 0.9;
const MOST_PROCESSOR_TIME = 1.1;

interface Side {
  readonly result: LoadResult;
  /** The processor time of the server for one request. */
  readonly processorMs: number;
}

interface PairFigure {
  readonly kind: RequestKind;
  readonly connections: number;
  readonly before: Side;
  readonly after: Side;
}

/** Requests of the new API and those of the old one that do the same, in turns on the same server. */
export const measureNewApi: Part = async (run) => {
  const server = await startServer(programServer(await run.bed.copy('template', 'new-api')));
  await untilIdle(server.pid);
  const figures = await run.step('The new API beside the old one', async () => {
    const measured: PairFigure[] = [];
    for (const pair of pairs) {
      const connections = pair.before === 'update' ? run.options.connections : [READING_CONNECTIONS];
      for (const each of connections) measured.push(await measurePair(run, server, { ...pair, connections: each }));
    }
    return measured;
  });
  await server.stop();
  const failures = figures.reduce((sum, { before, after }) => sum + before.result.failures + after.result.failures, 0);
  return { text: tableOf(figures), targets: targetsOf(figures), failures };
};

interface Pair {
  readonly before: RequestKind;
  readonly after: RequestKind;
  readonly connections: number;
}

const measurePair = async (run: Run, server: ServerProcess, { before, after, connections }: Pair) => {
  const rounds: { before: Side[]; after: Side[] } = { before: [], after: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const measure = (kind: RequestKind) => measureSide(run, server, { kind, connections, isFirst: round === 0 });
    // Neither always comes first.
    const sides = round % 2 === 0 ? (['before', 'after'] as const) : (['after', 'before'] as const);
    for (const side of sides) rounds[side].push(await measure(side === 'before' ? before : after));
  }
  return { kind: after, connections, before: together(rounds.before), after: together(rounds.after) };
};

interface SideOrder {
  readonly kind: RequestKind;
  readonly connections: number;
  readonly isFirst: boolean;
}

let orders = 0;
const SERIALS_PER_ORDER = 100_000_000;

const measureSide = async ({ options, filled, load }: Run, { port, pid }: ServerProcess, order: SideOrder) => {
  orders += 1;
  const processorBefore = processorMsOf(pid);
  const result = await load({
    ...filled,
    ...{ operation: order.kind, connections: order.connections, port, markup: options.markup },
    firstSerial: orders * SERIALS_PER_ORDER,
    warmUpMs: order.isFirst ? FIRST_WARM_UP_MS : LATER_WARM_UP_MS,
    measureMs: (options.seconds * 2_000) / ROUNDS,
  });
  return { result, processorMs: (processorMsOf(pid) - processorBefore) / result.answers };
};

const together = (sides: readonly Side[]): Side => {
  const result = combined(sides.map((side) => side.result));
  const processorMs = sides.reduce((sum, side) => sum + side.processorMs * side.result.answers, 0) / result.answers;
  return { result, processorMs };
};

const heading = [
  ...['new API', 'connections', 'requests/s', 'p50 ms', 'p99 ms', 'processor ms', 'failures'],
  ...['old requests/s', 'old p50 ms', 'old p99 ms', 'old processor ms', 'ratio', 'ratio of processor time'],
];

const tableOf = (figures: readonly PairFigure[]): string =>
  table(
    heading,
    figures.map(({ kind, connections, before, after }) => [
      ...[kind, String(connections), ...cellsOf(after), String(before.result.failures + after.result.failures)],
      ...cellsOf(before),
      (after.result.perSecond / before.result.perSecond).toFixed(2),
      (after.processorMs / before.processorMs).toFixed(2),
    ]),
  );

const cellsOf = ({ result: { perSecond, p50Ms, p99Ms }, processorMs }: Side): string[] => [
  ...[rate(perSecond), p50Ms.toFixed(2), p99Ms.toFixed(2), processorMs.toFixed(3)],
];

const targetsOf = (figures: readonly PairFigure[]): string[] =>
  figures
    .filter(({ kind }) => kind === 'v1 patch')
    .flatMap(({ connections, before, after }) => [
      atLeast(
        `v1 patch at ${connections} connections ≥ ${LEAST_PART} × old update`,
        after.result.perSecond / before.result.perSecond,
        LEAST_PART,
      ),
      below(
        `v1 patch at ${connections} connections: processor time < ${MOST_PROCESSOR_TIME} × old update`,
        after.processorMs / before.processorMs,
        MOST_PROCESSOR_TIME,
      ),
    ]);
