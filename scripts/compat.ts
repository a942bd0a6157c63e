// npm run compat -- --base-url URL --key KEY: how a server, ours or an original, differs from the reference of the old API.

import { parseArgs } from 'node:util';
import { calls } from '../test/compat/calls.ts';
import { compareServer, type ServerReport } from '../test/compat/protocol/compare-server.ts';

const usage = `Usage: npm run compat -- --base-url URL --key KEY [--write] [--exact] [--timeout SECONDS]

Sends what communifire-api.md describes, as far as that is safe against any server, and prints what came otherwise.
  --base-url  the address of the server, for example http://127.0.0.1:8080
  --key       an API key
  --write     also create cases named "Compatibility check", change them and delete them again; without it only GET is sent
  --exact     properties that the reference does not name are differences, too
  --timeout   how long to wait for an answer; 20 unless told`;

const DEFAULT_TIMEOUT_SECONDS = 20;
const WIDEST_COLUMN = 60;

const readOptions = () => {
  const { values } = parseArgs({
    options: {
      'base-url': { type: 'string' },
      key: { type: 'string' },
      write: { type: 'boolean', default: false },
      exact: { type: 'boolean', default: false },
      timeout: { type: 'string', default: String(DEFAULT_TIMEOUT_SECONDS) },
    },
  });
  const { 'base-url': baseUrl = '', key = '', write, exact, timeout } = values;
  const seconds = Number(timeout);
  if (!URL.canParse(baseUrl) || key === '' || !(seconds > 0))
    throw new Error('An address, a key and a time are needed.');
  return { baseUrl, key, write, exact, timeoutMs: seconds * 1000 };
};

const printTable = (heads: readonly string[], rows: readonly (readonly string[])[]): void => {
  const short = (text: string) => (text.length > WIDEST_COLUMN ? `${text.slice(0, WIDEST_COLUMN - 1)}…` : text);
  const cells = [heads, ...rows].map((row) => row.map((text) => short(text.replace(/\s+/gu, ' '))));
  const widths = heads.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  for (const row of cells)
    console.log(
      row
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
};

const print = ({ tried, differences, untried }: ServerReport): void => {
  if (untried.length > 0) {
    console.log('Not tried, because the server has nothing it could be about:\n');
    printTable(
      ['call', 'exchange', 'missing'],
      untried.map((each) => [each.call, each.exchange, each.missing.join(', ')]),
    );
    console.log('');
  }
  if (differences.length > 0) {
    const rows = differences.map((each) => [each.call, each.exchange, each.where, each.expected, each.came]);
    printTable(['call', 'exchange', 'where', 'expected', 'came'], rows);
    console.log('');
  }
  console.log(`${tried} exchanges tried, ${untried.length} not tried, ${differences.length} differences`);
};

try {
  const report = await compareServer({ ...readOptions(), calls });
  print(report);
  process.exitCode = report.differences.length === 0 ? 0 : 1;
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  process.exitCode = 2;
}
