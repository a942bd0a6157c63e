import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

describe('the benchmark', () => {
  // It compares what it loads with what the verbs write, and its statements with those that the program sends.
  it.each(['sqlite', 'postgres'])(
    'still measures the same work as the program does, on %s',
    { timeout: 300_000 },
    async (database) => {
      // There is hardly anything to measure with so few cases: what remains are the comparisons.
      const few = ['--database', database, '--cases', '200', '--parts', 'bulk,files'];
      const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'bench', 'main.ts'), ...few]);
      expect(stdout).toContain('not measured: bulk change');
      expect(stdout).toContain('export to jsonl');
    },
  );
});
