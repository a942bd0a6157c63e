import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Command, InvalidArgumentError, Option } from 'commander';
import {
  type GivenMapping,
  type MappedColumn,
  nearestTarget,
  readGiven,
} from '../../features/cases/import/column-mapping.ts';
import {
  type ImportFormat,
  importFormats,
  type RowOutcome,
  type RowRefusal,
} from '../../features/cases/import/import.ts';
import { importCases } from '../../features/cases/import/import-cases.ts';
import { formatOf } from '../../features/cases/import/import-format.ts';
import { importTargets } from '../../features/cases/import/import-target.ts';
import { importWarnings } from '../../features/cases/import/import-warnings.ts';
import { getUserByName, listUsers } from '../../features/users/find-user.ts';
import { invalidField } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { spaceCalled } from './address.ts';
import { asOperator } from './operator-context.ts';
import { barOf, ProgressLine } from './progress-line.ts';

interface ImportOptions {
  readonly space: string;
  readonly map: GivenMapping;
  readonly format?: ImportFormat;
  readonly reporter?: string;
  readonly dryRun?: boolean;
}

/** `casekeep import` */
export const importCommand = (): Command =>
  new Command('import')
    .description(
      'Create and change cases as a file says. With external IDs it can be repeated: it changes what differs.',
    )
    .argument('<file>', 'CSV or JSON lines, in UTF-8')
    .requiredOption('--space <space>', 'ID or name of the space that the cases are for')
    .option(
      '--map <column=property>',
      `what a column is, such as "Their column=title"; nothing behind the sign leaves it out. Known: ${importTargets.join(', ')}`,
      mapped,
      {},
    )
    .addOption(new Option('--format <format>', 'what the file is; by its name unless told').choices([...importFormats]))
    .option('--reporter <username>', 'who reports cases of which the file does not say it')
    .option('--dry-run', 'check every row, tell what would be, and write nothing')
    .action((file: string, options: ImportOptions) => asOperator((ctx) => importFile(ctx, file, options)));

const mapped = (text: string, before: GivenMapping): GivenMapping => {
  const given = readGiven(text);
  if (given === undefined) throw new InvalidArgumentError(`It must be column=property${meant(text)}.`);
  return { ...before, [given[0]]: given[1] };
};

const meant = (text: string): string => {
  const nearest = nearestTarget(text.slice(text.lastIndexOf('=') + 1));
  return nearest === null ? ', with one that is known' : `; did you mean "${nearest}"`;
};

const importFile = async (ctx: Context, file: string, options: ImportOptions): Promise<void> => {
  const size = await sizeOf(file);
  const { id: spaceId } = await spaceCalled(ctx, options.space);
  const reporter = await reporterId(ctx, options.reporter);
  const isDryRun = options.dryRun === true;
  const report = new Report(size, isDryRun);
  try {
    const portions = importCases(ctx, {
      spaceId,
      content: createReadStream(file),
      format: options.format ?? formatOf(file),
      columns: options.map,
      reporterId: reporter,
      isDryRun,
    });
    for await (const { outcomes, bytesRead, columns } of portions) report.add(outcomes, bytesRead, columns);
  } catch (error) {
    if (report.hasBegun) report.end();
    throw error;
  }
  report.end();
};

const sizeOf = async (file: string): Promise<number> => {
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile() === true) return found.size;
  throw invalidField('file', `must be one that can be read: there is none at ${file}`);
};

/** The operator of the machine is nobody who could report a case: the first administrator does. */
const reporterId = async (ctx: Context, username: string | undefined): Promise<number | undefined> => {
  if (username !== undefined) return (await getUserByName(ctx, username)).id;
  return (await listUsers(ctx)).find(({ role, active }) => role === 'administrator' && active)?.id;
};

/** How many refused rows are told one by one. */
const MOST_TOLD = 100;

class Report {
  readonly #progress = new ProgressLine();
  readonly #size: number;
  readonly #isDryRun: boolean;
  readonly #counts = { created: 0, changed: 0, unchanged: 0, refused: 0 };
  #columns: readonly MappedColumn[] | undefined;

  constructor(size: number, isDryRun: boolean) {
    this.#size = size;
    this.#isDryRun = isDryRun;
  }

  /** Before the first portion there is nothing to count. */
  get hasBegun(): boolean {
    return this.#columns !== undefined;
  }

  add(outcomes: readonly RowOutcome[], bytesRead: number, columns: readonly MappedColumn[]): void {
    if (this.#columns === undefined) this.#tellUnknown(columns);
    this.#columns = columns;
    for (const { line, outcome, refusal } of outcomes) {
      this.#counts[outcome] += 1;
      if (refusal !== undefined) this.#tellRefused(line, refusal);
    }
    this.#progress.show(`${barOf(bytesRead / this.#size)}  ${this.#sentence()}`);
  }

  end(): void {
    const { refused } = this.#counts;
    if (refused > MOST_TOLD) this.#progress.end(`… and ${refused - MOST_TOLD} more rows were refused.`);
    this.#progress.end(`${this.#sentence()}.${this.#isDryRun ? ' Nothing was written.' : ''}`);
    for (const warning of importWarnings({ ...this.#counts, columns: this.#columns ?? [] })) {
      this.#progress.end(`Warning: ${warning}`);
    }
    if (refused > 0) process.exitCode = 1;
  }

  #tellUnknown(columns: readonly MappedColumn[]): void {
    for (const { column, suggestion, isKnown } of columns) {
      if (isKnown) continue;
      const meant = suggestion === null ? '' : ` Did you mean "${suggestion}"?`;
      this.#progress.end(`The column "${column}" is not known and is left out.${meant}`);
    }
  }

  #tellRefused(line: number, { message, fields }: RowRefusal): void {
    if (this.#counts.refused > MOST_TOLD) return;
    const problems = fields.map(({ field, problem }) => `${field} ${problem}`).join('; ');
    this.#progress.end(`Line ${line}: ${problems || message}`);
  }

  #sentence(): string {
    const would = this.#isDryRun ? 'would be ' : '';
    const { created, changed, unchanged, refused } = this.#counts;
    return `${created} ${would}created, ${changed} ${would}changed, ${unchanged} unchanged, ${refused} ${would}refused`;
  }
}
