import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Call } from './exchange.ts';

/** Entries without any exchange. An entry that is a call is covered by exchanges of it that succeed. */
export const uncovered = (entries: readonly string[], calls: readonly Call[]): string[] => {
  const covered = new Set<string>();
  for (const { call, exchanges } of calls) {
    if (exchanges.some(({ status }) => status === 200)) covered.add(call);
    for (const { covers = [] } of exchanges) for (const entry of covers) covered.add(entry);
  }
  return entries.filter((entry) => !covered.has(entry));
};

/** Where the reference may be: beside this repository, unless this variable names another place. */
const PAGE_VARIABLE = 'CASEKEEP_TEST_API_PAGE';
const conventionalPlace = fileURLToPath(new URL('../../../../shared/communifire-api.md', import.meta.url));

/** The text of the reference, or undefined when it is not on this machine. */
export const findPage = async (): Promise<string | undefined> => {
  try {
    return await readFile(process.env[PAGE_VARIABLE] || conventionalPlace, 'utf8');
  } catch {
    return undefined;
  }
};

interface Found {
  readonly found: string;
}

/** Entries of ours that are not found in the text of the reference. */
export const notOnPage = (text: string, entries: Readonly<Record<string, Found>>): string[] => {
  const plain = plainly(text);
  return Object.entries(entries)
    .filter(([, { found }]) => !plain.includes(plainly(found)))
    .map(([name]) => name);
};

const plainly = (text: string): string => text.replace(/\s+/gu, ' ');

/** What the text of the reference lists and no entry of ours is about: calls, rows of tables, rules. */
export const notInEntries = (text: string, entries: Readonly<Record<string, Found>>): string[] => {
  const [, conventions = '', updating = '', calls = ''] = text.split(/^## \d+\. /mu);
  const found = Object.values(entries).map((entry) => plainly(entry.found));
  const names = new Set(Object.keys(entries).map(withoutNames));
  const listed = [...rowsOf(conventions), ...rowsOf(updating), ...(updating.match(/^- .*$/gmu) ?? [])].map(plainly);
  return [
    ...listed.filter((line) => !found.some((words) => line.includes(words))),
    ...callsIn(calls).filter((call) => !names.has(withoutNames(call))),
  ];
};

const rowsOf = (text: string): string[] =>
  (text.match(/^\|.*\|$/gmu) ?? []).filter((row) => !/^\|\s*(?:---|topic|body property)/u.test(row));

/** Whatever the names of parameters. */
const withoutNames = (call: string): string => call.replace(/\{[^}]*\}/gu, '{}');

const SERVICES = '/services/issuetrackerservice.svc';

/** Calls are in the first cells of tables, several of them in some, and in the text about the older services. */
const callsIn = (text: string): string[] => {
  const cells = [...text.matchAll(/^\| ((?:`[A-Z]+)[^|]*) \|/gmu)].map(([, cell = '']) => cell);
  const services = [...text.matchAll(/`POST (?:\/services|…)[^`]*`/gu)].map(([call]) => call.replace('…', SERVICES));
  return [...cells, ...services].flatMap(callsInCell);
};

/** Methods without a path have the path of the next one that has: `GET`, `POST`, `DELETE /path`. */
const callsInCell = (cell: string): string[] => {
  const waiting: string[] = [];
  return [...cell.matchAll(/`([A-Z]+)(?: ([^`?]+))?(?:\?[^`]*)?`/gu)].flatMap(([, method = '', path]) => {
    waiting.push(method);
    return path === undefined ? [] : waiting.splice(0).map((each) => `${each} ${path}`);
  });
};
