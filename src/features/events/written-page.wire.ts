import { eventCursor } from './event-cursor.ts';
import type { EventPage } from './read-events.ts';

/** A page of events as JSON. */
export const writtenPage = ({ items, end, hasMore }: EventPage): string =>
  `{"items":[${items.map(({ json }) => json).join(',')}],"next":"${eventCursor(end)}","hasMore":${hasMore}}`;
