import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..', '..');

/** Nobody is asked for anything: what has no dependencies needs no network. */
const OFFLINE = ['--offline', '--no-audit', '--no-fund', '--no-update-notifier'];

/** A project of somebody who uses the client. */
export interface ClientProject {
  readonly folder: string;
  /** The files that the package brings, by their paths in it. */
  readonly files: readonly string[];
  /** What the compiler says of a script against the types of the package, under strict options; empty for nothing. */
  readonly check: (script: string) => Promise<string>;
  /** What the script writes. */
  readonly run: (script: string, env: Readonly<Record<string, string>>) => Promise<string>;
}

/**
 * Packs the client as its README says, from a copy that has nothing of the server around it, and installs the package
 * into an empty project below this folder.
 */
export const installClient = async (folder: string): Promise<ClientProject> => {
  const [source, project] = [join(folder, 'client'), join(folder, 'project')];
  await cp(join(root, 'src/client'), source, { recursive: true, filter: (path) => !path.endsWith('.test.ts') });
  await mkdir(project);
  await writeFile(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  const path = [join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter);
  const npm = (...args: string[]) =>
    run('npm', [...args, ...OFFLINE], { cwd: project, env: { ...process.env, PATH: path } });
  await npm('pack', source);
  const [tarball = ''] = (await readdir(project)).filter((name) => name.endsWith('.tgz'));
  await npm('install', `./${tarball}`);
  const installed = join(project, 'node_modules/casekeep-client');
  return {
    folder: project,
    files: (await readdir(installed, { recursive: true })).toSorted(),
    check: (script) => typeErrors(project, script),
    run: async (script, env) => {
      await writeFile(join(project, 'script.ts'), script);
      return (await run(process.execPath, ['script.ts'], { cwd: project, env: { ...process.env, ...env } })).stdout;
    },
  };
};

/** The manifest of the installed package. */
export const manifestIn = async ({ folder }: ClientProject): Promise<Readonly<Record<string, unknown>>> =>
  JSON.parse(await readFile(join(folder, 'node_modules/casekeep-client/package.json'), 'utf8'));

const typeErrors = async (project: string, script: string): Promise<string> => {
  await writeFile(join(project, 'checked.ts'), script);
  const compilerOptions = {
    ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, skipLibCheck: false },
    ...{ module: 'nodenext', target: 'es2023', lib: ['es2024'], noEmit: true },
    ...{ types: ['node'], typeRoots: [join(root, 'node_modules/@types')] },
  };
  await writeFile(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['checked.ts'] }));
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  return run(process.execPath, [compiler, '-p', '.'], { cwd: project }).then(
    ({ stdout }) => stdout,
    ({ stdout }: { stdout: string }) => stdout,
  );
};
