import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openPlatform } from '../src/app/open-platform.ts';
import { getConfiguration } from '../src/features/spaces/space-configuration.ts';
import { operator } from '../src/kernel/actor.ts';
import { Context } from '../src/platform/context.ts';
import { csvOf } from '../src/platform/tables/csv.ts';
import { bareExport } from './bare-export.ts';
import { bulkLoad } from './bulk-load.ts';
import { caseMaker, type MadeCase } from './case-maker.ts';
import { fill } from './fill.ts';
import { memoryOf, untilIdle } from './machine.ts';
import type { Part, Run } from './part.ts';
import { below, rate, table } from './report.ts';
import { type CommandResult, runCommand } from './run-command.ts';
import { startServer } from './server-process.ts';
import { shapeOf } from './shape.ts';
import { type DatabaseSettings, programServer } from './test-bed.ts';

/** What the targets are about. */
const MANY = 100_000;
const MOST = { importSeconds: 30, exportSeconds: 10, mebibytes: 300 };

interface FileFigure {
  readonly name: string;
  readonly seconds: number;
  readonly processorSeconds?: number;
  readonly peakMiB?: number;
  /** Without files that are only mapped. */
  readonly ownMiB?: number;
  readonly bareSeconds?: number;
}

/** Imports a made file of cases, imports it again, and exports them, by commands and by the API. */
export const measureFiles: Part = async (run) => {
  const count = Math.min(run.options.cases, MANY);
  const template = await run.bed.create('files-template');
  const { key } = await fill({ settings: template, caseCount: 0, markup: run.options.markup });
  const [settings, bare] = [
    await run.bed.copy('files-template', 'files'),
    await run.bed.copy('files-template', 'files-bare'),
  ];
  const made = await madeCases(settings, run);
  const file = join(run.bed.directory, 'cases.csv');
  await pipeline(Readable.from(csvLines(made, count)), createWriteStream(file));
  const figures = await run.step(`Importing and exporting ${count} cases`, async () => {
    const bulkSeconds = await secondsOf(() => bulkLoad(bare, casesFrom(made, count)));
    const imported = await command(settings, ['import', file, '--space', '1'], `${count} created, 0 changed`);
    const again = await command(settings, ['import', file, '--space', '1'], `0 created, 0 changed, ${count} unchanged`);
    return [
      { name: 'import of CSV', ...imported, bareSeconds: bulkSeconds },
      { name: 'the same file again', ...again },
      ...(await exports(settings, { run, key, count })),
    ];
  });
  return { text: tableOf(figures, count), targets: targetsOf(figures, count), failures: 0 };
};

/** Always the same cases, all of them in the first space. */
const madeCases = async (settings: DatabaseSettings, { options }: Run): Promise<() => (id: number) => MadeCase> => {
  const platform = await openPlatform({ settings });
  const configuration = await getConfiguration(new Context(platform, operator('setup')), 1);
  await platform.database.close();
  return () => caseMaker([configuration], shapeOf(0), options.markup);
};

const casesFrom = function* (made: () => (id: number) => MadeCase, count: number): Generator<MadeCase> {
  const nextCase = made();
  for (let id = 1; id <= count; id += 1) yield nextCase(id);
};

const columns = [
  ...['externalId', 'title', 'description', 'projectId', 'sectionId', 'milestoneId', 'statusId', 'priorityId'],
  ...['assigneeId', 'reporterId', 'tags', 'recipientIds', 'createdAt'],
];

const LINES_AT_ONCE = 1_000;

const csvLines = function* (made: () => (id: number) => MadeCase, count: number): Generator<string> {
  let rows: unknown[][] = [columns];
  for (const each of casesFrom(made, count)) {
    rows.push([
      ...[`ext-${each.id}`, each.title, each.description, each.projectId, each.sectionId, each.milestoneId],
      ...[each.statusId, each.priorityId, each.assigneeId, each.reporterId, each.tags.join(',')],
      ...[each.recipientIds.join(','), new Date(each.createdAt).toISOString()],
    ]);
    if (rows.length < LINES_AT_ONCE) continue;
    yield csvOf(rows);
    rows = [];
  }
  yield csvOf(rows);
};

const command = async (settings: DatabaseSettings, args: string[], said: string): Promise<CommandResult> => {
  const result = await runCommand({ ...programServer(settings), args });
  if (!result.said.includes(said)) throw new Error(`casekeep ${args[0]} said: ${result.said}`);
  return result;
};

interface Exports {
  readonly run: Run;
  readonly key: string;
  readonly count: number;
}

const exports = async (settings: DatabaseSettings, { run, key, count }: Exports): Promise<FileFigure[]> => {
  const figures: FileFigure[] = [];
  for (const format of ['csv', 'jsonl'] as const) {
    const output = join(run.bed.directory, `exported.${format}`);
    const result = await command(
      settings,
      ['export', '--format', format, '--output', output],
      `${count} cases exported`,
    );
    const bare = format === 'jsonl' ? await sameFile(settings, run, output) : {};
    figures.push({ name: `export to ${format}`, ...result, ...bare });
  }
  return [...figures, await exportByApi(settings, key)];
};

/** How long a bare program needs for the same file. Throws when it is another one. */
const sameFile = async (settings: DatabaseSettings, { bed }: Run, exported: string) => {
  const output = join(bed.directory, 'bare.jsonl');
  const bareSeconds = await secondsOf(() => bareExport(settings, output));
  if ((await hashOf(output)) !== (await hashOf(exported))) throw new Error('The bare program exports another file.');
  return { bareSeconds };
};

const hashOf = async (file: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return `${statSync(file).size} ${hash.digest('hex')}`;
};

const exportByApi = async (settings: DatabaseSettings, key: string): Promise<FileFigure> => {
  const server = await startServer(programServer(settings));
  await untilIdle(server.pid);
  const headers = { authorization: `Bearer ${key}` };
  const seconds = await secondsOf(async () => {
    const answer = await fetch(`http://127.0.0.1:${server.port}/api/v1/cases/export?format=csv`, { headers });
    if (!answer.ok || answer.body === null) throw new Error(`The export answers ${answer.status}.`);
    for await (const _ of answer.body);
  });
  const { peakMiB, ownMiB } = memoryOf(server.pid);
  await server.stop();
  return { name: 'export to csv by the API', seconds, peakMiB, ownMiB };
};

const secondsOf = async (work: () => Promise<void>): Promise<number> => {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1_000;
};

const heading = [
  '',
  'seconds',
  'cases/s',
  'processor s',
  'peak MiB',
  'of them its own',
  'bare seconds',
  'bare / program',
];

const tableOf = (figures: readonly FileFigure[], count: number): string =>
  table(
    [`${count} cases`, ...heading.slice(1)],
    figures.map(({ name, seconds, processorSeconds, peakMiB, ownMiB, bareSeconds }) => [
      ...[name, seconds.toFixed(2), rate(count / seconds), processorSeconds?.toFixed(2) ?? ''],
      ...[peakMiB?.toFixed(0) ?? '', ownMiB?.toFixed(0) ?? '', bareSeconds?.toFixed(2) ?? ''],
      bareSeconds === undefined ? '' : (bareSeconds / seconds).toFixed(2),
    ]),
  );

const targetsOf = (figures: readonly FileFigure[], count: number): string[] => {
  // Of few cases a good part of the time is the start of the command.
  if (count < MANY) return [`- not measured: import and export of ${MANY} cases; --parts files --cases ${MANY} does`];
  return figures.flatMap(({ name, seconds, peakMiB = Number.NaN }) => {
    const most = name.startsWith('export') ? MOST.exportSeconds : MOST.importSeconds;
    return [
      below(`${name}: ${count} cases < ${most} s`, seconds, most),
      below(`${name}: resident memory at its peak < ${MOST.mebibytes} MiB`, peakMiB, MOST.mebibytes),
    ];
  });
};
