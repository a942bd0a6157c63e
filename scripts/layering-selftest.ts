// Proves that the layering is really checked: plants a violation of every rule in a temporary tree and sees each one
// caught, and sees that the real tree was read. (dependency-cruiser reads nothing at all, and finds no violations, when
// it does not know the version of TypeScript.)

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import type { ICruiseResult } from 'dependency-cruiser';
import { house, plants } from './layering-plants.ts';
import { treeFaults } from './layering-tree.ts';

const FEWEST_REAL_MODULES = 20;

const root = join(import.meta.dirname, '..');

const cruise = (cwd: string, folders: readonly string[]): ICruiseResult => {
  const depcruise = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
  const args = [depcruise, ...folders, '--config', join(root, '.dependency-cruiser.mjs'), '--output-type', 'json'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (!stdout.startsWith('{')) throw new Error(`dependency-cruiser failed:\n${stderr}`);
  return JSON.parse(stdout);
};

const write = (file: string, text: string): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};

/** The house with the plants in it. Plants import types only: the imports that are easiest to overlook. */
const plantTree = (tree: string): void => {
  const lines = new Map<string, string[]>();
  const add = (file: string, line: string): unknown => lines.set(file, [...(lines.get(file) ?? ['export {};']), line]);
  for (const [file, imports] of Object.entries(house)) {
    for (const specifier of ['', ...imports]) add(file, specifier && `import '${specifier}';`);
  }
  for (const { file, imports } of plants) add(file, imports === undefined ? '' : `import type {} from '${imports}';`);
  for (const [file, text] of lines) write(join(tree, file), text.join('\n'));
};

const packageNames = (): string[] =>
  [...Object.values(house).flat(), ...plants.map(({ imports }) => imports ?? '.')]
    .filter((specifier) => /^[@a-z]/.test(specifier) && !specifier.startsWith('node:'))
    .filter((specifier) => specifier !== 'not-installed');

/** Empty packages in the place of the real ones. */
const plantPackages = (tree: string): void => {
  const names = [...new Set(packageNames())];
  const declared = names.filter((name) => name !== 'undeclared' && name !== 'vitest');
  const dependencies = Object.fromEntries(declared.map((name) => [name, '1.0.0']));
  const manifest = { name: 'planted', type: 'module', dependencies, devDependencies: { vitest: '1.0.0' } };
  write(join(tree, 'package.json'), JSON.stringify(manifest));
  write(join(tree, 'tsconfig.json'), readFileSync(join(root, 'tsconfig.json'), 'utf8'));
  for (const name of names) {
    const directory = join(tree, 'node_modules', name);
    write(
      join(directory, 'package.json'),
      JSON.stringify({ name, version: '1.0.0', type: 'module', main: 'index.js' }),
    );
    write(join(directory, 'index.js'), 'export {};');
  }
};

const pairs = (broken: readonly { rule: string; file: string }[]): Set<string> =>
  new Set(broken.map(({ rule, file }) => `${file}: ${rule}`));

const plantedFaults = (tree: string): string[] => {
  plantTree(tree);
  plantPackages(tree);
  const { summary } = cruise(tree, ['src', 'web']);
  const wanted = pairs(plants);
  const caught = pairs(summary.violations.map(({ rule, from }) => ({ rule: rule.name, file: from })));
  const rules = summary.ruleSetUsed?.forbidden?.map(({ name }) => name ?? '') ?? [];
  const unproven = rules.filter((rule) => !plants.some((plant) => plant.rule === rule));
  return [
    ...[...wanted.difference(caught)].map((pair) => `not caught: ${pair}`),
    ...[...caught.difference(wanted)].map((pair) => `caught, although it is allowed or breaks another rule: ${pair}`),
    ...unproven.map((rule) => `no planted violation: ${rule}`),
  ];
};

/** Trees that break one law each. */
const brokenTrees: readonly (readonly string[])[] = [
  Array.from({ length: 9 }, (_, index) => `kernel/word-${index}.ts`),
  ['features/cases/utils/dates.ts'],
  ['lib/dates.ts'],
  ['features/case.ts'],
];

const treeLawFaults = (): string[] =>
  brokenTrees.filter((files) => treeFaults(files).length !== 1).map((files) => `tree not refused: ${files.join(' ')}`);

const realFaults = (): string[] => {
  const entries = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(join(root, 'src').length + 1)
        .replaceAll(sep, '/'),
    );
  const seen = cruise(root, ['src']).modules.filter(({ source }) => source.startsWith('src/'));
  const sources = files.filter((file) => /\.tsx?$/.test(file));
  const enough = seen.length >= Math.max(FEWEST_REAL_MODULES, sources.length);
  return [
    ...treeFaults(files),
    ...(enough ? [] : [`dependency-cruiser saw ${seen.length} modules in src, where ${sources.length} files are`]),
    ...(seen.some(({ dependencies }) => dependencies.length > 0) ? [] : ['dependency-cruiser saw no imports in src']),
  ];
};

const tree = mkdtempSync(join(tmpdir(), 'casekeep-layering-'));
try {
  const faults = [...plantedFaults(tree), ...treeLawFaults(), ...realFaults()];
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
  else console.log(`${plants.length} planted violations, each caught by its rule`);
} finally {
  rmSync(tree, { recursive: true, force: true });
}
