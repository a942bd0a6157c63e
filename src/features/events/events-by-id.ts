import type { Context } from '../../platform/context.ts';
import type { EventRow } from './event.ts';
import { selectEventsById } from './event-log.store.ts';

/** Events in the order of the log, for those who react to them. */
export const eventsById = (ctx: Context, { eventIds }: { readonly eventIds: readonly number[] }): Promise<EventRow[]> =>
  selectEventsById(ctx.db, eventIds);
