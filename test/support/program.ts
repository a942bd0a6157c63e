import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const START_TIMEOUT_MS = 40_000;
const RUN_TIMEOUT_MS = 30_000;

/** Settings of the program: names of environment variables without `CASEKEEP_`. */
export type ProgramSettings = Readonly<Record<string, string>>;

/** How a process ended, with everything it wrote. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A process of the program. */
export interface Program {
  readonly pid: number;
  readonly ended: Promise<Ended>;
  stdout(): string;
  kill(signal: NodeJS.Signals): void;
  /** The match of the pattern in what the process writes to standard output; fails when it ends before. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
}

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts the program; nothing of this process's own settings reaches it. */
export const startProgram = (args: readonly string[], settings: ProgramSettings = {}): Program => {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN, ...args], {
    env: environment(settings),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] += text;
    });
  }
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      running.delete(child);
      resolve({ code, signal, ...output });
    });
  });
  return {
    pid: child.pid ?? 0,
    ended,
    stdout: () => output.stdout,
    kill: (signal) => void child.kill(signal),
    says: (pattern) => waitFor(pattern, child, output),
  };
};

const environment = (settings: ProgramSettings): NodeJS.ProcessEnv => {
  const { PATH, HOME, TMPDIR } = process.env;
  const named = Object.entries(settings).map(([name, value]) => [`CASEKEEP_${name}`, value]);
  return { ...(PATH && { PATH }), ...(HOME && { HOME }), ...(TMPDIR && { TMPDIR }), ...Object.fromEntries(named) };
};

const waitFor = (pattern: RegExp, child: ChildProcess, output: { stdout: string; stderr: string }) =>
  new Promise<RegExpExecArray>((resolve, reject) => {
    const finish = (failure?: string): void => {
      const match = pattern.exec(output.stdout);
      if (match === null && failure === undefined) return;
      clearTimeout(timer);
      child.stdout?.off('data', look);
      if (match !== null) resolve(match);
      else reject(new Error(`${failure}\n${output.stdout}\n${output.stderr}`));
    };
    const look = (): void => finish();
    const timer = setTimeout(() => finish(`The program did not write ${pattern} in time.`), START_TIMEOUT_MS);
    child.stdout?.on('data', look);
    child.once('close', (code, signal) => finish(`The program ended (${code ?? signal}) before it wrote ${pattern}.`));
    look();
  });

/** Runs the program to its end; one that does not end is killed, which its signal then tells. */
export const runProgram = async (args: readonly string[], settings: ProgramSettings = {}): Promise<Ended> => {
  const program = startProgram(args, settings);
  const timer = setTimeout(() => program.kill('SIGKILL'), RUN_TIMEOUT_MS);
  try {
    return await program.ended;
  } finally {
    clearTimeout(timer);
  }
};

/** A `serve` or `sandbox` that takes requests. */
export interface Server extends Program {
  /** Where it listens, for example http://127.0.0.1:40123. */
  readonly url: string;
  /** Stops it in order. */
  stop(): Promise<Ended>;
}

/** Starts `casekeep serve` (or another way of serving) on a free port and waits until it takes requests. */
export const startServer = async (settings: ProgramSettings, command = 'serve'): Promise<Server> => {
  const program = startProgram([command], { PORT: '0', ...settings });
  try {
    const [, url = ''] = await program.says(/serves (http:\S+)/u);
    const stop = (): Promise<Ended> => {
      program.kill('SIGTERM');
      return program.ended;
    };
    return { ...program, url, stop };
  } catch (error) {
    program.kill('SIGKILL');
    throw error;
  }
};

/** The secrets that a first start prints. */
export const firstStartOf = (output: string): { link: string | undefined; key: string | undefined } => ({
  link: /http:\S+\/password\/\S+/u.exec(output)?.[0],
  key: /API key of the user admin:\s+(\S+)/u.exec(output)?.[1],
});

/** A new directory for one test, with what removes it. */
export const temporaryDirectory = async (): Promise<{ path: string; remove: () => Promise<void> }> => {
  const path = await mkdtemp(join(tmpdir(), 'casekeep-test-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
};
