import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { ClosingLine } from './test/support/closing-line.ts';
import { LongestFirst } from './test/support/longest-first.ts';

/** Many tests wait for processes and limits: more of them at once than there are processors. */
const MAX_WORKERS = Math.max(3, availableParallelism());
/** Long enough for a machine that does a tenth of its work: a limit that is met by slowness says nothing about the program. */
const TEST_TIMEOUT_MS = 180_000;
const HOOK_TIMEOUT_MS = 180_000;
const POLL_TIMEOUT_MS = 20_000;

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['./test/support/global-setup.ts'],
    reporters: ['default', new ClosingLine()],
    // Processes rather than threads: an open node:sqlite database in a thread that is ended can take the whole run down.
    pool: 'forks',
    maxWorkers: MAX_WORKERS,
    sequence: { sequencer: LongestFirst },
    testTimeout: TEST_TIMEOUT_MS,
    hookTimeout: HOOK_TIMEOUT_MS,
    expect: { poll: { timeout: POLL_TIMEOUT_MS } },
    passWithNoTests: false,
  },
});
