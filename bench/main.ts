// npm run bench: every figure beside its bare limit, as a ratio, in one run. Options: --help

import { measureCells } from './cells.ts';
import { cleanUp, cleanUpOnSignals } from './clean-up.ts';
import { measureColdStart } from './cold-start.ts';
import { fill } from './fill.ts';
import { measureGrowth } from './growth.ts';
import { machineLine, memoryOf } from './machine.ts';
import { type Load, startLoader } from './measure.ts';
import { type BenchOptions, help, readOptions } from './options.ts';
import { failuresInReads, readsTable, readTargets } from './reads-report.ts';
import { failuresIn, rate, tableOf, targetLines } from './report.ts';
import { measureReads } from './scale.ts';
import { projectFile, startServer } from './server-process.ts';
import { prepareTestBed, programServer } from './test-bed.ts';
import { verifyFill } from './verify-fill.ts';
import { verifyWork } from './verify-work.ts';

const bench = async (options: BenchOptions): Promise<void> => {
  const bed = await prepareTestBed(options.database);
  if (bed.warning !== undefined) console.error(`WARNING: ${bed.warning}`);
  await step('Loading in bulk leaves what the verbs do', () => verifyFill(bed, options.markup));
  await step('The bare server does the same work as the program', () => verifyWork(bed, options.markup));
  const filled = await step(`Filling in ${options.cases} cases`, async () =>
    fill({ settings: await bed.create('template'), caseCount: options.cases, markup: options.markup }),
  );
  const settings = { program: await bed.copy('template', 'program'), bare: await bed.copy('template', 'bare') };
  const load = startLoader();
  const ceiling = await measureCeiling(load, options, filled);
  const program = await startServer(programServer(settings.program));
  const bare = await startServer(bed.bareServer(settings.bare));
  const cells = await step('Measuring', () =>
    measureCells({ options, filled, load, ports: { program: program.port, bare: bare.port } }),
  );
  const memory = memoryOf(program.pid);
  const reads = options.operations.includes('list')
    ? await step('Lists by every filter, and searches', () => measureReads({ options, filled, load, server: program }))
    : [];
  const memoryAfterReads = memoryOf(program.pid);
  await program.stop();
  await bare.stop();
  const growth = await step('The same updates with few cases', () => measureGrowth({ options, bed, load, cells }));
  const coldStart = await step('Starting again', () => measureColdStart(settings.program));
  const { healthyMs, readyMs, emptyProgramMs } = coldStart;
  console.log(`
${machineLine(bed.engine, bed.directory)}
${options.cases} cases, descriptions in ${options.markup === 'html' ? 'HTML' : 'plain text'}, two rounds of ${options.seconds} s each

${tableOf(cells)}

${reads.length === 0 ? '' : `${readsTable(reads, options.verbose)}\n\n`}${ceiling}; in the cells it used at most ${percent(Math.max(...cells.map(({ bare: limit }) => limit.loaderCpu)))} of a core.
Cold start: /healthz after ${Math.round(healthyMs)} ms, /readyz after ${Math.round(readyMs)} ms (Node.js alone: ${Math.round(emptyProgramMs)} ms).
Resident memory after updates, gets and lists: ${Math.round(memory.nowMiB)} MiB; after all filters and searches: ${Math.round(memoryAfterReads.nowMiB)} MiB.

${[...targetLines({ cells, coldStart, memory }), ...readTargets(reads, options.database), ...growth].join('\n')}`);
  if (failuresIn(cells) + failuresInReads(reads) > 0) process.exitCode = 1;
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

const step = async <T>(text: string, work: () => Promise<T>): Promise<T> => {
  const startedAt = performance.now();
  process.stderr.write(`${text} … `);
  const result = await work();
  process.stderr.write(`${((performance.now() - startedAt) / 1_000).toFixed(1)} s\n`);
  return result;
};

cleanUpOnSignals();
try {
  const options = readOptions(process.argv.slice(2));
  if (options === undefined) console.log(help);
  else await bench(options);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await cleanUp();
}
