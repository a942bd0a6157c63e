import { equal } from 'node:assert/strict';
import { eventCursor } from '../src/features/events/event-cursor.ts';
import type { LoadResult } from './loader.ts';
import { processorMsOf, untilIdle } from './machine.ts';
import { combined } from './measure.ts';
import type { Part, Run } from './part.ts';
import { atLeast, rate, table } from './report.ts';
import { projectFile, type ServerProcess, startServer } from './server-process.ts';
import { type DatabaseSettings, programServer } from './test-bed.ts';

/** The largest page there is. */
const PAGE = 1_000;
const ROUNDS = 3;
const WARM_UP_MS = 500;
/** One reader who goes on from page to page, and several. */
const readers = [1, 4];

const LEAST_PER_SECOND = 50_000;

interface FeedFigure {
  readonly readers: number;
  readonly program: LoadResult;
  readonly bare: LoadResult;
  /** The processor time of the program for a thousand events. */
  readonly processorMs: number;
}

/** Reads the event log page by page, from the program and from a bare server over the same database. */
export const measureFeed: Part = async (run) => {
  const settings = await run.bed.copy('template', 'feed');
  const program = await startServer(programServer(settings));
  await untilIdle(program.pid);
  const bare = await startServer(bareFeed(settings));
  const paths = await samePaths(run, program, bare);
  const figures = await run.step('Reading the event log', async () => {
    const measured: FeedFigure[] = [];
    for (const count of readers) measured.push(await measureReaders(run, { program, bare, paths, count }));
    return measured;
  });
  await program.stop();
  await bare.stop();
  return {
    text: tableOf(figures),
    targets: figures.map((figure) => {
      const text = `events read by ${figure.readers} ≥ ${LEAST_PER_SECOND} a second`;
      return atLeast(text, figure.program.perSecond * PAGE, LEAST_PER_SECOND);
    }),
    failures: figures.reduce((sum, { program: one, bare: other }) => sum + one.failures + other.failures, 0),
  };
};

const bareFeed = ({ dataDir, databaseUrl }: DatabaseSettings) => ({
  script: projectFile('bench', 'bare-feed-server.ts'),
  args: [databaseUrl ?? dataDir],
  environment: {},
});

/** The addresses of whole pages. Throws when both servers do not answer the same, byte for byte. */
const samePaths = async ({ filled }: Run, program: ServerProcess, bare: ServerProcess): Promise<string[]> => {
  const pages = Math.floor(filled.caseCount / PAGE);
  const path = (page: number): string => `/api/v1/events?after=${eventCursor(page * PAGE)}&limit=${PAGE}`;
  const paths = Array.from({ length: pages }, (_, page) => path(page));
  const read = async ({ port }: ServerProcess, each: string): Promise<string> => {
    const headers = { authorization: `Bearer ${filled.key}` };
    return (await fetch(`http://127.0.0.1:${port}${each}`, { headers })).text();
  };
  for (const each of paths.slice(0, 2)) equal(await read(bare, each), await read(program, each));
  return paths;
};

interface MeasureReaders {
  readonly program: ServerProcess;
  readonly bare: ServerProcess;
  readonly paths: readonly string[];
  readonly count: number;
}

const measureReaders = async ({ options, filled, load }: Run, measure: MeasureReaders): Promise<FeedFigure> => {
  const { program, bare, paths, count } = measure;
  const run = ({ port }: ServerProcess): Promise<LoadResult> =>
    load({
      ...filled,
      ...{ operation: 'v1 paths', paths, port, connections: count, markup: options.markup },
      ...{ firstSerial: 0, warmUpMs: WARM_UP_MS, measureMs: (options.seconds * 1_000) / ROUNDS },
    });
  const rounds: { program: LoadResult; bare: LoadResult }[] = [];
  let processorMs = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = processorMsOf(program.pid);
    const result = await run(program);
    processorMs += processorMsOf(program.pid) - before;
    rounds.push({ program: result, bare: await run(bare) });
  }
  const total = combined(rounds.map((round) => round.program));
  return {
    ...{ readers: count, program: total, processorMs: processorMs / total.answers },
    bare: combined(rounds.map((round) => round.bare)),
  };
};

const heading = [
  ...['event log', 'readers', 'events/s', 'p50 ms a page', 'p99 ms', 'processor ms a page', 'failures'],
  ...['bare events/s', 'bare p50 ms', 'bare p99 ms', 'ratio'],
];

const tableOf = (figures: readonly FeedFigure[]): string =>
  table(
    heading,
    figures.map(({ readers: count, program, bare, processorMs }) => [
      ...[`pages of ${PAGE}`, String(count), rate(program.perSecond * PAGE)],
      ...[program.p50Ms.toFixed(2), program.p99Ms.toFixed(2), processorMs.toFixed(2)],
      String(program.failures + bare.failures),
      ...[rate(bare.perSecond * PAGE), bare.p50Ms.toFixed(2), bare.p99Ms.toFixed(2)],
      (program.perSecond / bare.perSecond).toFixed(2),
    ]),
  );
