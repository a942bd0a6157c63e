import { measureCells } from './cells.ts';
import { type Filled, fill } from './fill.ts';
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
  /** What the template has, with many cases. */
  readonly filled: Filled;
}

/**
 * One line for each number of connections: what updates reach with many cases, as a part of what they do with few. Both
 * are measured in turn, on copies that are as fresh as each other.
 */
export const measureGrowth = async ({ options, bed, load, filled }: MeasureGrowth): Promise<string[]> => {
  if (options.cases < LARGE || !options.operations.includes('update')) return [];
  const fewFilled = await fill({ settings: await bed.create('few'), caseCount: FEW_CASES, markup: options.markup });
  const many = await startServer(programServer(await bed.copy('template', 'many-program')));
  const few = await startServer(programServer(await bed.copy('few', 'few-program')));
  const cells = await measureCells({
    ...{ options: { ...options, operations: ['update'] }, load },
    // What the program does with few cases is the limit here.
    servers: { program: { port: many.port, filled }, bare: { port: few.port, filled: fewFilled } },
  });
  await many.stop();
  await few.stop();
  return cells.map(({ connections, program, bare, ratios }) => {
    const rounds = ratios.map((ratio) => ratio.toFixed(2)).join(', ');
    const text = `update at ${connections} connections ≥ ${LEAST_PART} × the figure with ${FEW_CASES} cases (${rounds})`;
    return atLeast(text, program.perSecond / bare.perSecond, LEAST_PART);
  });
};
