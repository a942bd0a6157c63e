import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command, Option } from 'commander';
import { type ExportFormat, exportFormats } from '../../features/cases/export/export.ts';
import { type ExportedPortion, exportCases } from '../../features/cases/export/export-cases.ts';
import type { Context } from '../../platform/context.ts';
import { spaceCalled } from './address.ts';
import { asOperator } from './operator-context.ts';
import { ProgressLine } from './progress-line.ts';

interface ExportOptions {
  readonly space?: string;
  readonly query: string;
  readonly format: ExportFormat;
  readonly output?: string;
}

/** `casekeep export` */
export const exportCommand = (): Command =>
  new Command('export')
    .description('Write cases to a file, with names beside IDs.')
    .option('--space <space>', 'only the cases of this space, by ID or name')
    .option('--query <query>', 'only the cases that the query is about, such as "status:open"', '')
    .addOption(new Option('--format <format>', 'what the file is').choices([...exportFormats]).default('csv'))
    .option('--output <file>', 'where to write it; standard output unless told')
    .action((options: ExportOptions) => asOperator((ctx) => exportTo(ctx, options)));

const exportTo = async (ctx: Context, { space, query, format, output }: ExportOptions): Promise<void> => {
  const spaceId = space === undefined ? undefined : (await spaceCalled(ctx, space)).id;
  const progress = new Progress();
  const texts = Readable.from(progress.told(await exportCases(ctx, { query, spaceId, format })), { objectMode: false });
  if (output === undefined) await pipeline(texts, process.stdout, { end: false });
  else await writeWhole(texts, output);
  progress.end();
};

/** Puts the file into its place only when it is whole. */
const writeWhole = async (texts: Readable, output: string): Promise<void> => {
  const unfinished = `${output}.part`;
  try {
    await pipeline(texts, createWriteStream(unfinished, { mode: 0o600 }));
    await rename(unfinished, output);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
};

class Progress {
  readonly #line = new ProgressLine();
  #count = 0;

  async *told(portions: AsyncIterable<ExportedPortion>): AsyncGenerator<string | Buffer> {
    for await (const { content, count } of portions) {
      yield content;
      this.#count += count;
      this.#line.show(this.#sentence());
    }
  }

  end(): void {
    this.#line.end(`${this.#sentence()}.`);
  }

  #sentence(): string {
    return `${this.#count} ${this.#count === 1 ? 'case' : 'cases'} exported`;
  }
}
