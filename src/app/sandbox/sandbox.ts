import type { Job } from '../../platform/jobs/job.ts';
import { Faults } from './faults.ts';
import { RequestLog } from './request-log.ts';
import { SandboxClock } from './sandbox-clock.ts';
import { Snapshots } from './snapshots.ts';

/** What a test that is written against the sandbox can turn and look at. */
export class Sandbox {
  readonly clock = new SandboxClock();
  readonly faults = new Faults();
  readonly requests = new RequestLog();
  readonly snapshots = new Snapshots();
  /** What the server does by itself, to be done at once when the clock has moved. */
  readonly jobs: readonly Job[];

  constructor(jobs: readonly Job[]) {
    this.jobs = jobs;
  }

  /** Forgets all that was asked of it, snapshots excepted. */
  reset(): void {
    this.clock.reset();
    this.faults.clear();
    this.requests.clear();
  }
}
