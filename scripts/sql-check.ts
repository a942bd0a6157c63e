// What no import tells: only stores and platform/database speak SQL, and every table is written by one folder only, which names it.
// Each run plants a violation of every rule and fails when one is not caught.

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A source file by its path from the root, with slashes. */
type Sources = ReadonlyMap<string, string>;

const SPEAKS_SQL = /\.store\.ts$|^src\/platform\/database\/|^src\/platform\/context\.ts$|\.test\.ts$/u;
const SQL = /\.kysely\b|\bdb\.run\(|\bsession\.run\(|\.reader\b/u;
const BUILT_WRITE = /(?:insertInto|updateTable|deleteFrom|preparedInsert)\(\s*([^\s,)][^,)]*)/gu;
const WRITTEN_WRITE = /(?:insert into|update|delete from) (\w+)/gu;

/** May write every table: it empties the sandbox, tells of changed configuration, keeps the index of both databases. */
const WRITES_EVERYTHING = /^src\/platform\/database\/|\.test\.ts$/u;
/** A comment that switches off more than one finding, which it would have to explain. */
const SWITCHES_OFF = /@ts-(?:nocheck|ignore)|biome-ignore-all|eslint-disable/u;

const outsideStores = (sources: Sources): string[] =>
  [...sources]
    .filter(([path, text]) => !SPEAKS_SQL.test(path) && SQL.test(text))
    .map(([path]) => `${path} speaks SQL: that is for *.store.ts`);

const stores = (sources: Sources): (readonly [path: string, text: string])[] =>
  [...sources].filter(([path]) => path.endsWith('.store.ts') && !WRITES_EVERYTHING.test(path));

/** The tables that a file writes: named in place, or as values of a list in the same file (`tables[kind]`). */
const tablesWrittenIn = (text: string): string[] => [
  ...[...text.matchAll(BUILT_WRITE)].flatMap(([, argument = '']) => namedTables(text, argument) ?? []),
  ...[...text.matchAll(WRITTEN_WRITE)].map(([, table = '']) => table),
];

const namedTables = (text: string, argument: string): string[] | undefined => {
  const literal = /^'(\w+)'$/u.exec(argument)?.[1];
  if (literal !== undefined) return [literal];
  const list = /^(\w+)\[[^\]]+\]$/u.exec(argument)?.[1];
  const values = list && new RegExp(`const ${list} = \\{([^{}]*)\\} as const`, 'u').exec(text)?.[1];
  return values ? [...values.matchAll(/'(\w+)'/gu)].map(([, table = '']) => table) : undefined;
};

const severalWriters = (sources: Sources): string[] => {
  const writers = new Map<string, Set<string>>();
  for (const [path, text] of stores(sources)) {
    const folder = path.slice(0, path.lastIndexOf('/'));
    for (const table of tablesWrittenIn(text)) writers.set(table, (writers.get(table) ?? new Set()).add(folder));
  }
  return [...writers]
    .filter(([, folders]) => folders.size > 1)
    .map(([table, folders]) => `${table} is written by ${[...folders].join(' and ')}: one of them must own it`);
};

const hiddenTables = (sources: Sources): string[] =>
  stores(sources).flatMap(([path, text]) =>
    [...text.matchAll(BUILT_WRITE)]
      .filter(([, argument = '']) => namedTables(text, argument) === undefined)
      .map(([write]) => `${path} writes a table that is not named there: ${write})`),
  );

const switchedOff = (sources: Sources): string[] =>
  [...sources].filter(([, text]) => SWITCHES_OFF.test(text)).map(([path]) => `${path} switches a check off`);

const check = (sources: Sources): string[] => [
  ...outsideStores(sources),
  ...severalWriters(sources),
  ...hiddenTables(sources),
  ...switchedOff(sources),
];

const planted: readonly (readonly [path: string, text: string])[] = [
  ['src/features/cases/wipe-cases.ts', "tx.db.kysely.deleteFrom('cases')"],
  ['src/features/users/thief.store.ts', "const update = prepared((db) => db.updateTable('cases'))"],
  ['src/features/users/quiet.store.ts', "const tables = { a: 'cases' } as const; db.deleteFrom(tables[kind])"],
  ['src/features/users/hidden.store.ts', 'db.insertInto(table)'],
  ['src/features/keys/careless.ts', `// @ts-${'nocheck'}`],
];

const read = (): Sources => {
  const root = join(import.meta.dirname, '..');
  const files = globSync('src/**/*.ts', { cwd: root }).map((file) => file.replaceAll('\\', '/'));
  return new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
};

const sources = read();
const faults = check(sources);
for (const [path, text] of planted) {
  if (check(new Map([...sources, [path, text]])).length <= faults.length) faults.push(`planted in ${path}, not caught`);
}
if (sources.size < 50) faults.push(`only ${sources.size} files were seen`);
for (const fault of faults) console.error(fault);
console.log(`${sources.size} files, ${planted.length} planted violations`);
process.exitCode = faults.length > 0 ? 1 : 0;
