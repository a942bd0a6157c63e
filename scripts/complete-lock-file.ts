// npm run lock: after an `npm install` against a registry that does not carry the packages for every platform.
// npm leaves those out of the lock file, and `npm ci` then refuses it on every platform. They are written in by name,
// version and platform, without a checksum, so that machines of other kinds find them and this kind passes them over.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface LockedPackage {
  readonly dev?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

const file = join(import.meta.dirname, '..', 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, LockedPackage> };

/** What a package is for, as its name says: `@biomejs/cli-linux-x64-musl`. */
const platformOf = (name: string) => {
  const words = name.split(/[/-]/u);
  const os = words.filter((word) => SYSTEMS.includes(word));
  const cpu = words.filter((word) => PROCESSORS.includes(word));
  const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') ? ['glibc'] : [];
  return { ...(os.length > 0 && { os }), ...(cpu.length > 0 && { cpu }), ...(libc.length > 0 && { libc }) };
};

const missing = Object.entries(lock.packages).flatMap(([path, { dev, optionalDependencies = {} }]) =>
  path === ''
    ? []
    : Object.entries(optionalDependencies)
        .filter(([name]) => !(`node_modules/${name}` in lock.packages) && /^\d/u.test(optionalDependencies[name] ?? ''))
        .map(([name, version]) => ({
          name,
          entry: { version, ...platformOf(name), ...(dev && { dev }), optional: true },
        })),
);

for (const { name, entry } of missing) lock.packages[`node_modules/${name}`] = entry;
const sorted = Object.entries(lock.packages).sort(([one], [other]) => (one < other ? -1 : 1));
writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
console.log(`${missing.length} packages for other platforms written into package-lock.json`);
