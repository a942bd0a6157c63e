import { execFileSync } from 'node:child_process';
import { closeSync, fdatasyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';

const FLUSHES = 200;
const PAGE_BYTES = 4_096;

/** What the figures were measured on. */
export const machineLine = (engine: string, directory: string): string => {
  const model = (cpus()[0]?.model ?? 'unknown processor').replace(/\s+/gu, ' ').trim();
  const flush = `${flushMs(directory).toFixed(2)} ms`;
  return `${model}, ${availableParallelism()} cores, Node.js ${process.versions.node}, ${engine}; flushing 4 KiB to the disk takes ${flush}`;
};

/** The median time of an append with a flush, in milliseconds: what one durable write costs at the least. */
const flushMs = (directory: string): number => {
  const file = join(directory, 'flush-probe');
  const descriptor = openSync(file, 'w');
  const page = Buffer.alloc(PAGE_BYTES, 1);
  const times = Array.from({ length: FLUSHES }, () => {
    const startedAt = performance.now();
    writeSync(descriptor, page);
    fdatasyncSync(descriptor);
    return performance.now() - startedAt;
  });
  closeSync(descriptor);
  rmSync(file);
  return times.toSorted((a, b) => a - b)[FLUSHES / 2] ?? 0;
};

/** The memory that a process holds, in MiB: now, at its peak, and its own without files (0 where the system does not say). */
export interface MemoryUse {
  readonly nowMiB: number;
  readonly peakMiB: number;
  readonly ownMiB: number;
}

export const memoryOf = (pid: number): MemoryUse => {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const field = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'mu').exec(status)?.[1] ?? 0);
    return { nowMiB: field('VmRSS') / 1_024, peakMiB: field('VmHWM') / 1_024, ownMiB: field('RssAnon') / 1_024 };
  } catch {
    const kibibytes = execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
    return { nowMiB: Number(kibibytes) / 1_024, peakMiB: 0, ownMiB: 0 };
  }
};

/** How long a clock tick of /proc is. */
const TICK_MS = 10;

/** The processor time that a process has used so far, in milliseconds; NaN where the system does not say. */
export const processorMsOf = (pid: number): number => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch {
    return Number.NaN;
  }
};

const IDLE_LOOK_MS = 250;
const IDLE_PART = 0.08;
const IDLE_LOOKS = 3;
const MAX_IDLE_LOOKS = 240;

/** Waits until a process has nothing to do: after a start, and after much was written, it reads the event log. */
export const untilIdle = async (pid: number): Promise<void> => {
  let quiet = 0;
  for (let look = 0; look < MAX_IDLE_LOOKS && quiet < IDLE_LOOKS; look += 1) {
    const before = processorMsOf(pid);
    await new Promise((resolve) => setTimeout(resolve, IDLE_LOOK_MS));
    quiet = processorMsOf(pid) - before > IDLE_LOOK_MS * IDLE_PART ? 0 : quiet + 1;
  }
};
