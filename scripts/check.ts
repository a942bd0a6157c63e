// npm run check: every gate, then the tests. This is what CI runs.

import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { styleText } from 'node:util';
import { endLike, runChild } from './child-process.mjs';

const MOST_AT_ONCE = 4;

interface Gate {
  readonly name: string;
  /** A JavaScript or TypeScript file and its arguments, run by this Node.js. */
  readonly program: readonly string[];
}

const root = join(import.meta.dirname, '..');
const coloured = process.stdout.isTTY === true && !process.env['CI'] && !process.env['NO_COLOR'];
const env = coloured ? { ...process.env, FORCE_COLOR: '1' } : { ...process.env, FORCE_COLOR: undefined, NO_COLOR: '1' };
const biomeColours = `--colors=${coloured ? 'force' : 'off'}`;
/** dependency-cruiser refuses folders that do not exist. */
const cruised = ['src', 'web'].filter((folder) => existsSync(join(root, folder)));

const gates: readonly Gate[] = [
  { name: 'types', program: ['node_modules/typescript/bin/tsc', '-p', '.', '--pretty', String(coloured)] },
  {
    name: 'format and lint',
    program: [
      'node_modules/@biomejs/biome/bin/biome',
      'ci',
      '--error-on-warnings',
      '--max-diagnostics=none',
      biomeColours,
      '.',
    ],
  },
  {
    name: 'layering',
    program: ['node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', '-T', 'err-long', ...cruised],
  },
  { name: 'layering self-test', program: ['scripts/layering-selftest.ts'] },
  { name: 'SQL and its owners', program: ['scripts/sql-check.ts'] },
  { name: 'unused code', program: ['node_modules/knip/bin/knip.js', '--no-progress'] },
  { name: 'lock file', program: ['scripts/lockfile-check.ts'] },
  { name: 'generated files', program: ['scripts/openapi.ts', '--check'] },
  { name: 'API document', program: ['scripts/openapi-lint.ts'] },
  { name: 'types of web', program: ['node_modules/typescript/bin/tsc', '-p', 'web', '--pretty', String(coloured)] },
  { name: 'languages', program: ['scripts/languages-check.ts'] },
  { name: 'web interface', program: ['scripts/web-size.ts'] },
];

/** Runs the gate, says in one line how it went, and answers with what it wrote if it failed. */
const pass = async ({ name, program }: Gate): Promise<string | undefined> => {
  const start = performance.now();
  const stdio = ['ignore', 'pipe', 'pipe'] as const;
  const { code, output } = await runChild(process.execPath, [...program], { cwd: root, env, stdio: [...stdio] });
  const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(6);
  console.log(`${code === 0 ? paint('green', '✓') : paint('red', '✗')} ${name.padEnd(20)}${seconds} s`);
  return code === 0 ? undefined : `\n${paint('red', `✗ ${name}`)}\n${output.trim()}`;
};

const paint = (colour: 'green' | 'red', text: string): string =>
  coloured ? styleText(colour, text, { validateStream: false }) : text;

/** All gates, as many at once as there are processors; answers with the reports of those that failed. */
const passAll = async (): Promise<string[]> => {
  const waiting = [...gates];
  const reports: string[] = [];
  const worker = async (): Promise<void> => {
    for (let gate = waiting.shift(); gate !== undefined; gate = waiting.shift()) {
      const report = await pass(gate);
      if (report !== undefined) reports.push(report);
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), MOST_AT_ONCE) }, worker));
  return reports;
};

const reports = await passAll();
for (const report of reports) console.log(report);
if (reports.length > 0) {
  // The line that the tests would end with: the gates count, for the tests were not run.
  console.log(`\nThe tests were not run.\n\n${gates.length - reports.length} passed, ${reports.length} failed`);
  process.exitCode = 1;
} else {
  endLike(await runChild(process.execPath, ['scripts/test.ts'], { cwd: root, env, stdio: 'inherit' }));
}
