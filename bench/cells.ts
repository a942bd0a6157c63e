import type { Filled } from './fill.ts';
import type { LoadResult } from './loader.ts';
import { combined, type Load } from './measure.ts';
import type { BenchOptions } from './options.ts';
import type { Operation } from './requests.ts';

const ROUNDS = 2;
/** With one processor beside the load, V8 compiles what an operation runs through for ten seconds and more. */
const OPERATION_WARM_UP_MS = 12_000;
const FIRST_WARM_UP_MS = 2_000;
const LATER_WARM_UP_MS = 500;

/** One operation with one number of connections. */
export interface Cell {
  readonly operation: Operation;
  readonly connections: number;
  readonly program: LoadResult;
  readonly bare: LoadResult;
  /** The program's requests per second as a part of the bare server's, in each round. */
  readonly ratios: readonly number[];
}

/** A server and what its database was filled with. */
interface FilledServer {
  readonly port: number;
  readonly filled: Filled;
}

interface MeasureCells {
  readonly options: BenchOptions;
  readonly load: Load;
  readonly servers: { readonly program: FilledServer; readonly bare: FilledServer };
}

/** Measures all cells, the program and the bare server in turn in each, so that noise meets both. */
export const measureCells = async (measure: MeasureCells): Promise<Cell[]> => {
  const cells: Cell[] = [];
  for (const operation of measure.options.operations) {
    let warmUpMs = OPERATION_WARM_UP_MS;
    for (const connections of measure.options.connections) {
      cells.push(await measureCell(measure, { operation, connections, warmUpMs }));
      warmUpMs = FIRST_WARM_UP_MS;
    }
  }
  return cells;
};

/** Begins the numbers in the texts of each order where no other one comes. */
let orders = 0;
const SERIALS_PER_ORDER = 100_000_000;

interface CellPlan {
  readonly operation: Operation;
  readonly connections: number;
  /** Before the first round. */
  readonly warmUpMs: number;
}

const measureCell = async (measure: MeasureCells, { operation, connections, warmUpMs }: CellPlan): Promise<Cell> => {
  const { options, load, servers } = measure;
  const rounds: { program: LoadResult; bare: LoadResult }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const run = ({ port, filled }: FilledServer): Promise<LoadResult> => {
      orders += 1;
      return load({
        ...filled,
        ...{ operation, connections, port, markup: options.markup },
        firstSerial: orders * SERIALS_PER_ORDER,
        warmUpMs: round === 0 ? warmUpMs : LATER_WARM_UP_MS,
        measureMs: options.seconds * 1_000,
      });
    };
    rounds.push({ program: await run(servers.program), bare: await run(servers.bare) });
  }
  return {
    operation,
    connections,
    program: combined(rounds.map(({ program }) => program)),
    bare: combined(rounds.map(({ bare }) => bare)),
    ratios: rounds.map(({ program, bare }) => program.perSecond / bare.perSecond),
  };
};
