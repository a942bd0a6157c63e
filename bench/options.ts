import { parseArgs } from 'node:util';
import { type Operation, operations } from './requests.ts';
import type { Markup } from './words.ts';

const databases = ['sqlite', 'postgres'] as const;
export type DatabaseKind = (typeof databases)[number];

/** The parts of a run, in their order. */
const parts = ['old-api', 'new-api', 'feed', 'streams', 'bulk', 'files', 'web'] as const;
export type PartName = (typeof parts)[number];

/** What one run measures. */
export interface BenchOptions {
  readonly database: DatabaseKind;
  readonly cases: number;
  readonly seconds: number;
  readonly connections: readonly number[];
  readonly operations: readonly Operation[];
  readonly parts: readonly PartName[];
  readonly markup: Markup;
  /** Whether each pair of filters is reported, and not only the slowest. */
  readonly verbose: boolean;
}

const MAX_CASES = 1_000_000;
const MAX_SECONDS = 60;
const MAX_CONNECTIONS = 512;

export const help = `npm run bench -- [options]: every figure beside its bare limit, as a ratio, in one run

  --database sqlite|postgres     what to measure on [sqlite]
  --cases N                      how many cases the database has, up to ${MAX_CASES} [20000]
  --seconds N                    how long each of the two rounds of a cell is measured [5]
  --connections 1,16,64          how many connections send requests at the same time
  --parts ${parts.join(',')}
                                 what to measure: the old API beside the bare limit; the new one beside the
                                 old one; reading the event log; a thousand clients that listen to it;
                                 changing 10,000 cases at once; importing and exporting all cases, up to 100,000;
                                 the web interface in Chromium
  --operations update,get,list   which requests of the old API; lists by every filter and pair, and
                                 searches, are measured as well when "list" is among them
  --markup plain|html            what descriptions are written as [plain]
  --verbose                      every filter and pair of filters, not only the slowest
  --help

The databases are made in the folder for temporary files, or in the one that CASEKEEP_BENCH_DIR names.`;

/** Reads the arguments; undefined when help is asked for. Throws a sentence about what is wrong with them. */
export const readOptions = (args: readonly string[]): BenchOptions | undefined => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      database: { type: 'string', default: 'sqlite' },
      cases: { type: 'string', default: '20000' },
      seconds: { type: 'string', default: '5' },
      connections: { type: 'string', default: '1,16,64' },
      operations: { type: 'string', default: operations.join(',') },
      parts: { type: 'string', default: parts.join(',') },
      markup: { type: 'string', default: 'plain' },
      verbose: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  return {
    database: oneOf('--database', databases, values.database),
    cases: wholeNumber('--cases', MAX_CASES, values.cases),
    seconds: wholeNumber('--seconds', MAX_SECONDS, values.seconds),
    connections: values.connections.split(',').map((each) => wholeNumber('--connections', MAX_CONNECTIONS, each)),
    operations: values.operations.split(',').map((each) => oneOf('--operations', operations, each)),
    parts: values.parts.split(',').map((each) => oneOf('--parts', parts, each)),
    markup: oneOf('--markup', ['plain', 'html'], values.markup),
    verbose: values.verbose,
  };
};

const oneOf = <T extends string>(option: string, choices: readonly T[], text: string): T => {
  const choice = choices.find((each) => each === text);
  if (choice === undefined) throw new Error(`${option} must be one of: ${choices.join(', ')}; not "${text}".`);
  return choice;
};

const wholeNumber = (option: string, most: number, text: string): number => {
  const number = /^\d+$/u.test(text) ? Number(text) : 0;
  if (number < 1 || number > most)
    throw new Error(`${option} must be a whole number from 1 to ${most}; not "${text}".`);
  return number;
};
