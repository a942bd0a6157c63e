import type { Context } from '../../platform/context.ts';
import { eventsById } from '../events/events-by-id.ts';
import { NOTICED_TYPE, type Notice, type NoticedPayload } from './notice.ts';

interface FindNotices {
  /** Of events that whoever acts may hear of. */
  readonly eventIds: readonly number[];
}

/** What those of these events tell that are about no case, by event. */
export const findNotices = async (ctx: Context, { eventIds }: FindNotices): Promise<ReadonlyMap<number, Notice>> => {
  const events = eventIds.length === 0 ? [] : await eventsById(ctx, { eventIds });
  return new Map(
    events
      .filter(({ type }) => type === NOTICED_TYPE)
      .map(({ id: eventId, at, spaceId, payload }) => {
        const { webhookId, url, reason: failure } = JSON.parse(payload) as NoticedPayload;
        return [eventId, { eventId, at, spaceId, webhookId, url, failure }];
      }),
  );
};
