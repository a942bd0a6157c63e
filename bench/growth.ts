import { type Cell, measureCells } from './cells.ts';
import { fill } from './fill.ts';
import type { Load } from './measure.ts';
import type { BenchOptions } from './options.ts';
import { atLeast } from './report.ts';
import { startServer } from './server-process.ts';
import { LARGE } from './shape.ts';
import { programServer, type TestBed } from './test-bed.ts';

/** What updates are compared with when there are many cases. */
const FEW_CASES = 20_000;
const LEAST_PART = 0.8;

interface MeasureGrowth {
  readonly options: BenchOptions;
  readonly bed: TestBed;
  readonly load: Load;
  readonly cells: readonly Cell[];
}

/** One line for each number of connections: what updates reach with many cases, as a part of what they do with few. */
export const measureGrowth = async ({ options, bed, load, cells }: MeasureGrowth): Promise<string[]> => {
  const updates = cells.filter(({ operation }) => operation === 'update');
  if (options.cases < LARGE || updates.length === 0) return [];
  const filled = await fill({ settings: await bed.create('few'), caseCount: FEW_CASES, markup: options.markup });
  const program = await startServer(programServer(await bed.copy('few', 'few-program')));
  const bare = await startServer(bed.bareServer(await bed.copy('few', 'few-bare')));
  const few = await measureCells({
    options: { ...options, operations: ['update'] },
    filled,
    load,
    ports: { program: program.port, bare: bare.port },
  });
  await program.stop();
  await bare.stop();
  return updates.map(({ connections, program: many }) => {
    const before = few.find((cell) => cell.connections === connections)?.program.perSecond ?? Number.NaN;
    const text = `update at ${connections} connections ≥ ${LEAST_PART} × the figure with ${FEW_CASES} cases`;
    return atLeast(text, many.perSecond / before, LEAST_PART);
  });
};
