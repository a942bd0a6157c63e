import { catchUpWith, type Follower, followPastFailures } from '../../platform/events/follow-events.ts';
import type { Job } from '../../platform/jobs/job.ts';
import { deleteActivitiesOfCases, insertActivities } from './activities.store.ts';
import { caseEventsOf, purgedIn } from './event-subjects.ts';

/** How many batches one run handles: what is left is handled by the next one, so that writers come first. */
const BATCHES_PER_RUN = 20;
/** The same when somebody waits for the answer. */
const BATCHES_PER_REQUEST = 15;

/** Likes are told to those whom they please, edits to those whom they mention, and nobody else. */
const isShown = ({ type }: { readonly type: string }): boolean =>
  !type.endsWith('.liked') && type !== 'comment.updated';

/** Puts what happens into the feeds. */
export const activities: Follower = {
  name: 'activities',
  handle: async (tx, events) => {
    const shown = (await caseEventsOf(tx, events)).filter(isShown);
    await insertActivities(
      tx.db,
      shown.map(({ id, spaceId, caseId, userId, comment }) => ({
        eventId: id,
        spaceId,
        caseId,
        userId,
        isInternal: comment?.isInternal === true,
      })),
    );
    await deleteActivitiesOfCases(tx.db, purgedIn(events));
  },
};

/** Brings the feeds as close to now as a request can wait for. */
export const catchUpActivities = catchUpWith(activities, BATCHES_PER_REQUEST);

/** Keeps the feeds up to date. */
export const followActivities: Job = {
  name: 'follow activities',
  everyMs: 1_000,
  run: (ctx) => followPastFailures(ctx, activities, BATCHES_PER_RUN),
};
