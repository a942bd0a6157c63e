// What npm and git keep for others has to be complete, portable and small.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

const MAX_TRACKED_BYTES = 200_000;
/** What is generated grows with the product. */
const GENERATED = /^(?:docs\/api\/openapi\.json|src\/client\/generated\/.+)$/u;
const MAX_GENERATED_BYTES = 2_000_000;
const LOCK_FILE = 'package-lock.json';

type Manifest = Readonly<Record<string, unknown>>;

interface LockedPackage {
  readonly resolved?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

type LockedPackages = Readonly<Record<string, LockedPackage>>;

const root = join(import.meta.dirname, '..');
const readJson = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'));

/** Addresses of one registry would bind everybody to it. */
const hostFaults = (packages: LockedPackages): string[] =>
  Object.entries(packages)
    .filter(([, { resolved }]) => resolved?.includes('://'))
    .map(
      ([path, { resolved }]) => `${path} is bound to ${resolved}: npm config omit-lockfile-registry-resolved is off`,
    );

const MIRRORED = ['name', 'version', 'engines', 'dependencies', 'devDependencies', 'optionalDependencies'] as const;

const syncFaults = (manifest: Manifest, locked: Manifest): string[] =>
  MIRRORED.filter((field) => !isDeepStrictEqual(manifest[field], locked[field])).map(
    (field) => `"${field}" differs between package.json and ${LOCK_FILE}: run npm install`,
  );

/** Without the packages for other platforms, npm ci fails on every platform. */
const completenessFaults = (packages: LockedPackages): string[] =>
  Object.entries(packages).flatMap(([path, { dependencies, devDependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies, ...(path === '' ? devDependencies : {}) })
      .filter((name) => !isLocked(packages, path, name))
      .map((name) => `${name}, which ${path || 'package.json'} asks for, is missing: npm ci will refuse the lock file`),
  );

/** Looks where Node.js looks: beside the package, then further out. */
const isLocked = (packages: LockedPackages, from: string, name: string): boolean => {
  for (let folder = from; ; folder = folder.slice(0, Math.max(folder.lastIndexOf('node_modules/') - 1, 0))) {
    if (`${folder && `${folder}/`}node_modules/${name}` in packages) return true;
    if (folder === '') return false;
  }
};

const trackedFaults = (): string[] => {
  if (!existsSync(join(root, '.git'))) return [];
  const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0');
  return tracked
    .filter((file) => file !== '' && file !== LOCK_FILE && existsSync(join(root, file)))
    .map((file) => ({ file, bytes: statSync(join(root, file)).size }))
    .filter(({ file, bytes }) => bytes > mostBytesOf(file))
    .map(({ file, bytes }) => `${file} has ${bytes} bytes, ${mostBytesOf(file)} are the most in git`);
};

const mostBytesOf = (file: string): number => (GENERATED.test(file) ? MAX_GENERATED_BYTES : MAX_TRACKED_BYTES);

const { packages }: { packages: LockedPackages } = readJson(LOCK_FILE);
const faults = [
  ...hostFaults(packages),
  ...syncFaults(readJson('package.json'), (packages[''] ?? {}) as Manifest),
  ...completenessFaults(packages),
  ...trackedFaults(),
];
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
