import { catchUpWith, type Follower, followPastFailures } from '../../platform/events/follow-events.ts';
import type { Job } from '../../platform/jobs/job.ts';
import { notify } from './notify.ts';

/** How many batches one run handles: what is left is handled by the next one, so that writers come first. */
const BATCHES_PER_RUN = 20;
/** The same when somebody waits for the answer. */
const BATCHES_PER_REQUEST = 15;

/** Tells people what happened. */
export const notifications: Follower = { name: 'notifications', handle: notify };

/** Brings the notifications as close to now as a request can wait for. */
export const catchUpNotifications = catchUpWith(notifications, BATCHES_PER_REQUEST);

/** Tells people what happened, also while nobody asks. */
export const followNotifications: Job = {
  name: 'follow notifications',
  everyMs: 1_000,
  run: (ctx) => followPastFailures(ctx, notifications, BATCHES_PER_RUN),
};
