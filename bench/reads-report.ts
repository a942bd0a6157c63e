import { below, rate, table } from './report.ts';
import type { ReadFigure } from './scale.ts';

/** For lists and searches on SQLite, in milliseconds; PostgreSQL may take twice as long. */
const LIST_P99_MS = 20;
const SEARCH_P99_MS = 50;

const heading = ['16 connections', 'requests/s', 'p50 ms', 'p99 ms', 'processor ms', 'failures', 'slowest of them'];

/** One row for each kind, with the slowest of its lists; with `verbose` one for each list. */
export const readsTable = (figures: readonly ReadFigure[], verbose: boolean): string => {
  const shown = verbose ? figures : slowestOfEach(figures);
  return table(
    heading,
    shown.map(({ kind, detail, result, processorMs }) => [
      ...[kind, rate(result.perSecond), result.p50Ms.toFixed(2), result.p99Ms.toFixed(2)],
      ...[processorMs.toFixed(2), String(result.failures), detail],
    ]),
  );
};

const slowestOfEach = (figures: readonly ReadFigure[]): ReadFigure[] =>
  [...Map.groupBy(figures, ({ kind }) => kind).values()].map((alike) =>
    alike.reduce((slowest, each) => (each.result.p99Ms > slowest.result.p99Ms ? each : slowest)),
  );

export const failuresInReads = (figures: readonly ReadFigure[]): number =>
  figures.reduce((sum, { result }) => sum + result.failures, 0);

/** Whether lists and searches are as quick as they have to be. */
export const readTargets = (figures: readonly ReadFigure[], database: 'sqlite' | 'postgres'): string[] => {
  const factor = database === 'sqlite' ? 1 : 2;
  const worst = (start: string): number =>
    Math.max(...figures.filter(({ kind }) => kind.startsWith(start)).map(({ result }) => result.p99Ms));
  if (figures.length === 0) return [];
  const lists = Math.max(worst('list, page 1,'), worst('list, page 1000,'));
  return [
    below(
      `list by any filter or pair, first and 1,000th page: p99 < ${LIST_P99_MS * factor} ms`,
      lists,
      LIST_P99_MS * factor,
    ),
    ...['rare', 'common'].map((kind) => {
      const most = SEARCH_P99_MS * factor;
      return below(`search for a ${kind} word: p99 < ${most} ms`, worst(`search, ${kind}`), most);
    }),
  ];
};
