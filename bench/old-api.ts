import { measureCells } from './cells.ts';
import { measureColdStart } from './cold-start.ts';
import type { fill } from './fill.ts';
import { measureGrowth } from './growth.ts';
import { memoryOf } from './machine.ts';
import type { Load } from './measure.ts';
import type { BenchOptions } from './options.ts';
import type { Part, PartReport } from './part.ts';
import { failuresInReads, readsTable, readTargets } from './reads-report.ts';
import { failuresIn, rate, tableOf, targetLines } from './report.ts';
import { measureReads } from './scale.ts';
import { projectFile, startServer } from './server-process.ts';
import { programServer } from './test-bed.ts';

/** The old API beside the bare limit, lists and searches, growth, the start and the memory. */
export const measureOldApi: Part = async ({ options, bed, filled, load, step }): Promise<PartReport> => {
  const settings = { program: await bed.copy('template', 'program'), bare: await bed.copy('template', 'bare') };
  const ceiling = await measureCeiling(load, options, filled);
  const program = await startServer(programServer(settings.program));
  const bare = await startServer(bed.bareServer(settings.bare));
  const cells = await step('Measuring', () =>
    measureCells({
      ...{ options, load },
      servers: { program: { port: program.port, filled }, bare: { port: bare.port, filled } },
    }),
  );
  const memory = memoryOf(program.pid);
  const reads = options.operations.includes('list')
    ? await step('Lists by every filter, and searches', () => measureReads({ options, filled, load, server: program }))
    : [];
  const memoryAfterReads = memoryOf(program.pid);
  await program.stop();
  await bare.stop();
  const growth = await step('Updates with many cases and with few, in turn', () =>
    measureGrowth({ options, bed, load, filled }),
  );
  const coldStart = await step('Starting again', () => measureColdStart(settings.program));
  const { healthyMs, readyMs, emptyProgramMs } = coldStart;
  const mostLoad = percent(Math.max(...cells.map(({ bare: limit }) => limit.loaderCpu)));
  return {
    text: `${tableOf(cells)}

${reads.length === 0 ? '' : `${readsTable(reads, options.verbose)}\n\n`}${ceiling}; in the cells it used at most ${mostLoad} of a core.
Cold start: /healthz after ${Math.round(healthyMs)} ms, /readyz after ${Math.round(readyMs)} ms (Node.js alone: ${Math.round(emptyProgramMs)} ms).
Resident memory after updates, gets and lists: ${Math.round(memory.nowMiB)} MiB; after all filters and searches: ${Math.round(memoryAfterReads.nowMiB)} MiB.`,
    targets: [...targetLines({ cells, coldStart, memory }), ...readTargets(reads, options.database), ...growth],
    failures: failuresIn(cells) + failuresInReads(reads),
  };
};

/** What the load reaches against a server that only answers: figures near it say nothing about a server. */
const measureCeiling = async (load: Load, options: BenchOptions, filled: Awaited<ReturnType<typeof fill>>) => {
  const server = await startServer({ script: projectFile('bench', 'ceiling-server.ts'), args: [], environment: {} });
  const connections = Math.max(...options.connections);
  const { perSecond, loaderCpu } = await load({
    ...filled,
    ...{ operation: 'update', connections, port: server.port, markup: options.markup },
    ...{ firstSerial: 0, warmUpMs: 1_000, measureMs: 2_000 },
  });
  await server.stop();
  const used = `using ${percent(loaderCpu)} of a core`;
  return `The load reaches ${rate(perSecond)} updates/s against a server that only answers, at ${connections} connections, ${used}`;
};

const percent = (part: number): string => `${Math.round(part * 100)} %`;
