import type { Job } from '../platform/jobs/job.ts';

/** Everything that the program does by itself. */
export const jobs: readonly Job[] = [];
