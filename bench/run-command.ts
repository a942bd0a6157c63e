import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { memoryOf, processorMsOf } from './machine.ts';
import { type ServerProgram, spawnServer } from './server-process.ts';

/** How often the process is looked at, in milliseconds. */
const LOOK_MS = 25;

/** What a command took. */
export interface CommandResult {
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly peakMiB: number;
  readonly ownMiB: number;
  /** What it said beside its output. */
  readonly said: string;
}

/** Runs a command of the program to its end. Throws when it fails. */
export const runCommand = async (program: ServerProgram): Promise<CommandResult> => {
  const startedAt = performance.now();
  const child = spawnServer(program, { stderr: 'pipe' });
  child.stdout?.resume();
  const ended = once(child, 'exit');
  const said = child.stderr === null ? Promise.resolve('') : text(child.stderr);
  const most = { processorMs: 0, peakMiB: 0, ownMiB: 0 };
  const watch = setInterval(() => {
    const { pid = 0 } = child;
    if (child.exitCode !== null) return;
    const { peakMiB, ownMiB } = memoryOf(pid);
    most.processorMs = Math.max(most.processorMs, processorMsOf(pid));
    most.peakMiB = Math.max(most.peakMiB, peakMiB);
    most.ownMiB = Math.max(most.ownMiB, ownMiB);
  }, LOOK_MS);
  const [code] = await ended;
  clearInterval(watch);
  const seconds = (performance.now() - startedAt) / 1_000;
  if (code !== 0) throw new Error(`casekeep ${program.args[0]} ended with ${code}: ${await said}`);
  const { processorMs, peakMiB, ownMiB } = most;
  return { seconds, processorSeconds: processorMs / 1_000, peakMiB, ownMiB, said: await said };
};
