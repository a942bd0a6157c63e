// npm run bench: every figure beside its bare limit, as a ratio, in one run. Options: --help

import { measureBulk } from './bulk.ts';
import { cleanUp, cleanUpOnSignals } from './clean-up.ts';
import { measureFeed } from './feed.ts';
import { measureFiles } from './files.ts';
import { fill } from './fill.ts';
import { machineLine } from './machine.ts';
import { startLoader } from './measure.ts';
import { measureNewApi } from './new-api.ts';
import { measureOldApi } from './old-api.ts';
import { type BenchOptions, help, type PartName, readOptions } from './options.ts';
import type { Part, PartReport } from './part.ts';
import { measureStreams } from './streams.ts';
import { prepareTestBed } from './test-bed.ts';
import { verifyFill } from './verify-fill.ts';
import { verifyWork } from './verify-work.ts';
import { measureWeb } from './web.ts';

const parts: Readonly<Record<PartName, Part>> = {
  'old-api': measureOldApi,
  'new-api': measureNewApi,
  feed: measureFeed,
  streams: measureStreams,
  bulk: measureBulk,
  files: measureFiles,
  web: measureWeb,
};

const bench = async (options: BenchOptions): Promise<void> => {
  const bed = await prepareTestBed(options.database);
  if (bed.warning !== undefined) console.error(`WARNING: ${bed.warning}`);
  await step('Loading in bulk leaves what the verbs do', () => verifyFill(bed, options.markup));
  await step('The bare server does the same work as the program', () => verifyWork(bed, options.markup));
  const filled = await step(`Filling in ${options.cases} cases`, async () =>
    fill({ settings: await bed.create('template'), caseCount: options.cases, markup: options.markup }),
  );
  const load = startLoader();
  console.log(`
${machineLine(bed.engine, bed.directory)}
${options.cases} cases, descriptions in ${options.markup === 'html' ? 'HTML' : 'plain text'}, two rounds of ${options.seconds} s each
`);
  const reports: PartReport[] = [];
  for (const part of options.parts) {
    const report = await parts[part]({ options, bed, filled, load, step });
    // At once: what comes later may fail.
    console.log(`\n${report.text}\n`);
    reports.push(report);
  }
  console.log(reports.flatMap(({ targets }) => targets).join('\n'));
  if (reports.some(({ failures }) => failures > 0)) process.exitCode = 1;
};

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
