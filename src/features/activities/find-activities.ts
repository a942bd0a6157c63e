import type { Context } from '../../platform/context.ts';
import { type Activity, readPayload } from './activity.ts';
import { selectCaseBeginnings, selectCommentBeginnings, selectEvents } from './activity-details.store.ts';
import { caseEventsOf } from './event-subjects.ts';

interface FindActivities {
  /** Of events that whoever acts may hear of. */
  readonly eventIds: readonly number[];
}

/** What these events tell, in the order of the IDs. */
export const findActivities = async (ctx: Context, { eventIds }: FindActivities): Promise<Activity[]> => {
  if (eventIds.length === 0) return [];
  const events = await caseEventsOf(ctx, await selectEvents(ctx.db, eventIds));
  const cases = await selectCaseBeginnings(ctx.db, [...new Set(events.map(({ caseId }) => caseId))]);
  const comments = await selectCommentBeginnings(
    ctx.db,
    events.flatMap(({ comment }) => (comment === null ? [] : [comment.id])),
  );
  const found = new Map(
    events.flatMap(({ id, type, at, userId, caseId, comment, payload }): [number, Activity][] => {
      const about = cases.get(caseId);
      if (about === undefined) return [];
      const { changed, fileName } = readPayload(payload);
      const words = comment === null ? null : { id: comment.id, text: comments.get(comment.id) ?? '' };
      return [[id, { eventId: id, type, at, userId, caseId, ...about, changed, fileName, comment: words }]];
    }),
  );
  return eventIds.flatMap((id) => found.get(id) ?? []);
};
