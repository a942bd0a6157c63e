// What no import tells: only stores and platform/database speak SQL, and every table is written by one folder only.
// Each run plants a violation of every rule and fails when one is not caught.

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A source file by its path from the root, with slashes. */
type Sources = ReadonlyMap<string, string>;

const SPEAKS_SQL = /\.store\.ts$|^src\/platform\/database\/|^src\/platform\/context\.ts$|\.test\.ts$/u;
const SQL = /\.kysely\b|\bdb\.run\(|\bsession\.run\(|\.reader\b/u;
const WRITES =
  /(?:insertInto|updateTable|deleteFrom|preparedInsert)\(\s*'(\w+)'|(?:insert into|update|delete from) (\w+)/gu;

/** May write every table: it empties the sandbox, tells of changed configuration, keeps the index of both databases. */
const WRITES_EVERYTHING = /^src\/platform\/database\/|\.test\.ts$/u;
/** A comment that switches off more than one finding, which it would have to explain. */
const SWITCHES_OFF = /@ts-(?:nocheck|ignore)|biome-ignore-all|eslint-disable/u;

const outsideStores = (sources: Sources): string[] =>
  [...sources]
    .filter(([path, text]) => !SPEAKS_SQL.test(path) && SQL.test(text))
    .map(([path]) => `${path} speaks SQL: that is for *.store.ts`);

const severalWriters = (sources: Sources): string[] => {
  const writers = new Map<string, Set<string>>();
  for (const [path, text] of sources) {
    if (WRITES_EVERYTHING.test(path)) continue;
    const folder = path.slice(0, path.lastIndexOf('/'));
    for (const [, built, written] of text.matchAll(WRITES)) {
      const table = built ?? written ?? '';
      if (path.endsWith('.store.ts')) writers.set(table, (writers.get(table) ?? new Set()).add(folder));
    }
  }
  return [...writers]
    .filter(([, folders]) => folders.size > 1)
    .map(([table, folders]) => `${table} is written by ${[...folders].join(' and ')}: one of them must own it`);
};

const switchedOff = (sources: Sources): string[] =>
  [...sources].filter(([, text]) => SWITCHES_OFF.test(text)).map(([path]) => `${path} switches a check off`);

const check = (sources: Sources): string[] => [
  ...outsideStores(sources),
  ...severalWriters(sources),
  ...switchedOff(sources),
];

const planted: readonly (readonly [path: string, text: string])[] = [
  ['src/features/cases/wipe-cases.ts', "tx.db.kysely.deleteFrom('cases')"],
  ['src/features/users/thief.store.ts', "const update = prepared((db) => db.updateTable('cases'))"],
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
