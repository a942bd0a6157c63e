// Compares the texts of all languages with the English ones: the same keys, the plurals that a language has, and the same
// places for names and numbers. Plants a missing key, a missing plural and a lost place in each run, and sees them found.

import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const folder = join(import.meta.dirname, '..', 'web', 'languages');
const PLURAL = /_(?:zero|one|two|few|many|other)$/u;

/** Texts by their keys, with dots. */
type Texts = ReadonlyMap<string, string>;

const flat = (value: unknown, path: string): [string, string][] =>
  typeof value === 'string'
    ? [[path, value]]
    : Object.entries(value as object).flatMap(([key, each]) => flat(each, path === '' ? key : `${path}.${key}`));

const textsOf = (language: string): Texts =>
  new Map(
    globSync(`${language}/*.json`, { cwd: folder }).flatMap((file) =>
      flat(JSON.parse(readFileSync(join(folder, file), 'utf8')), basename(file, '.json')),
    ),
  );

const placesIn = (text: string): string =>
  [...text.matchAll(/\{\{[^}]+\}\}/gu)]
    .map(([place]) => place)
    .sort()
    .join();

/** What every language must have for a key of the English texts. */
const wantedKeys = (key: string, language: string): string[] => {
  if (!PLURAL.test(key)) return [key];
  const stem = key.replace(PLURAL, '');
  return new Intl.PluralRules(language).resolvedOptions().pluralCategories.map((category) => `${stem}_${category}`);
};

/** A number need not be written where there is exactly one, or two. */
const mayOmitCount = (key: string): boolean => /_(?:zero|one|two)$/u.test(key);

const faultsOf = (language: string, english: Texts, texts: Texts): string[] => {
  const wanted = new Map([...english].flatMap(([key, text]) => wantedKeys(key, language).map((each) => [each, text])));
  const missing = [...wanted.keys()].filter((key) => !texts.get(key)?.trim());
  const unknown = [...texts.keys()].filter((key) => !wanted.has(key));
  const lost = [...wanted].filter(([key, text]) => {
    const translated = texts.get(key);
    return translated !== undefined && !mayOmitCount(key) && placesIn(translated) !== placesIn(text);
  });
  return [
    ...missing.map((key) => `${language} has no ${key}`),
    ...unknown.map((key) => `${language} has ${key}, which English has not`),
    ...lost.map(([key]) => `${language} has other places than English in ${key}`),
  ];
};

const plantedFaults = (): string[] => {
  const english = new Map([
    ['a', 'A'],
    ['b_one', 'one'],
    ['b_other', '{{count}} of them'],
    ['c', '{{name}} did it'],
  ]);
  const planted = new Map([
    ['b_one', 'eins'],
    ['c', 'Jemand war es'],
    ['d', 'D'],
  ]);
  const found = faultsOf('de', english, planted).length;
  return found === 4 ? [] : [`4 faults were planted, ${found} were found`];
};

const english = textsOf('en');
const others = globSync('*/', { cwd: folder })
  .map((each) => basename(each))
  .filter((each) => each !== 'en');
const faults = [...plantedFaults(), ...others.flatMap((language) => faultsOf(language, english, textsOf(language)))];
for (const fault of faults) console.error(fault);
console.log(`${english.size} texts in ${others.length + 1} languages, 4 planted faults`);
if (faults.length > 0 || english.size === 0) process.exitCode = 1;
