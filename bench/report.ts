import type { Cell } from './cells.ts';
import type { ColdStart } from './cold-start.ts';
import type { Operation } from './requests.ts';

/** Everything that the targets are about. */
export interface Figures {
  readonly cells: readonly Cell[];
  readonly coldStart: ColdStart;
  readonly memory: { readonly nowMiB: number; readonly peakMiB: number };
}

const heading = [
  'operation',
  'connections',
  'requests/s',
  'p50 ms',
  'p99 ms',
  'failures',
  'bare requests/s',
  'bare p50 ms',
  'bare p99 ms',
  'ratio',
];

/** The cells as a Markdown table. */
export const tableOf = (cells: readonly Cell[]): string => table(heading, cells.map(rowOf));

/** A Markdown table whose columns are aligned, the first to the left. */
export const table = (titles: readonly string[], rows: readonly (readonly string[])[]): string => {
  const widths = titles.map((_, column) => Math.max(...[titles, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((text, column) => (column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(titles), line(rule), ...rows.map(line)].join('\n');
};

const rowOf = (cell: Cell): string[] => {
  const { operation, connections, program, bare, ratios } = cell;
  return [
    ...[operation, String(connections)],
    ...[rate(program.perSecond), program.p50Ms.toFixed(2), program.p99Ms.toFixed(2)],
    String(program.failures + bare.failures),
    ...[rate(bare.perSecond), bare.p50Ms.toFixed(2), bare.p99Ms.toFixed(2)],
    `${ratioOf(cell).toFixed(2)} (${ratios.map((ratio) => ratio.toFixed(2)).join(', ')})`,
  ];
};

export const rate = (perSecond: number): string => Math.round(perSecond).toLocaleString('en');

/** One line for each target that this run has figures for: met or missed. */
export const targetLines = ({ cells, coldStart, memory }: Figures): string[] => {
  const shared = cellOf(cells, 'update', 64).perSecond / cellOf(cells, 'update', 1).perSecond;
  const gets = cells.filter(({ operation }) => operation === 'get').map(ratioOf);
  const leastGet = gets.length === 0 ? Number.NaN : Math.min(...gets);
  return [
    atLeast('update at 64 connections / bare ≥ 0.5 (aim 0.7)', cellOf(cells, 'update', 64).ratio, 0.5),
    atLeast('update at 64 connections ≥ 5 × update at 1', shared, 5),
    atLeast('get / bare ≥ 0.5 at every number of connections', leastGet, 0.5),
    below('no failures', failuresIn(cells), 1),
    below('cold start to the first 200 < 1,000 ms', coldStart.healthyMs, 1_000),
    below('resident memory after updates, gets and lists < 200 MiB', memory.nowMiB, 200),
  ];
};

const ratioOf = ({ program, bare }: Cell): number => program.perSecond / bare.perSecond;

/** The figures of a cell; NaN where it was not measured. */
const cellOf = (cells: readonly Cell[], operation: Operation, connections: number) => {
  const cell = cells.find((each) => each.operation === operation && each.connections === connections);
  return cell === undefined
    ? { perSecond: Number.NaN, ratio: Number.NaN }
    : { perSecond: cell.program.perSecond, ratio: ratioOf(cell) };
};

export const failuresIn = (cells: readonly Cell[]): number =>
  cells.reduce((sum, { program, bare }) => sum + program.failures + bare.failures, 0);

export const atLeast = (text: string, value: number, least: number): string => target(text, value, value >= least);
export const below = (text: string, value: number, most: number): string => target(text, value, value < most);

const target = (text: string, value: number, isMet: boolean): string => {
  if (Number.isNaN(value)) return `- not measured: ${text}`;
  return `- ${isMet ? 'met' : 'MISSED'}: ${text}: ${Number.isInteger(value) ? value : value.toFixed(2)}`;
};
