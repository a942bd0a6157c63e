import type { Reporter, TestCase, TestModule, TestRunEndReason, TestSuite } from 'vitest/node';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/**
 * Writes `N passed, N failed` (and `, N skipped`) as the last line of a run. It does so when the process exits, because
 * what fails after the tests (a teardown, a limit) has to show in it too: never 0 failed with an exit code other than 0.
 */
export class ClosingLine implements Reporter {
  /** Until a run has ended there is nothing good to report. */
  #counts: Counts = { passed: 0, failed: 1, skipped: 0 };

  onInit(): void {
    process.once('exit', (code) => {
      const { passed, failed, skipped } = this.#counts;
      const failures = failed === 0 && code !== 0 ? 1 : failed;
      if (failures > 0) process.exitCode = code === 0 ? 1 : code;
      process.stdout.write(`\n${passed} passed, ${failures} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
    });
  }

  onTestRunStart(): void {
    this.#counts = { passed: 0, failed: 1, skipped: 0 };
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[], reason: TestRunEndReason): void {
    const counts: Counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const module of modules) countModule(counts, module);
    if (counts.failed === 0 && (reason !== 'passed' || modules.length === 0)) counts.failed = 1;
    this.#counts = counts;
  }
}

const countModule = (counts: Counts, module: TestModule): void => {
  const failedBefore = counts.failed;
  for (const test of module.children.allTests()) counts[outcome(test)] += 1;
  for (const suite of [module, ...module.children.allSuites()]) counts.failed += ownErrors(suite);
  if (module.state() !== 'passed' && module.state() !== 'skipped' && counts.failed === failedBefore) counts.failed += 1;
};

/** A test without an end, because the run was interrupted, has not passed. */
const outcome = (test: TestCase): keyof Counts => {
  const { state } = test.result();
  return state === 'pending' ? 'failed' : state;
};

/** A file that cannot be loaded or a hook that throws is one failure, whatever became of the tests inside. */
const ownErrors = (suite: TestModule | TestSuite): number => (suite.errors().length > 0 ? 1 : 0);
