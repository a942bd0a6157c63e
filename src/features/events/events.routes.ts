import type { FastifyInstance } from 'fastify';
import type { Platform } from '../../platform/context.ts';
import { readingWritten } from '../../platform/http/api/reading-written.ts';
import { streaming } from '../../platform/http/api/streaming.ts';
import { heartbeat, streamedAside, streamedEvent, streamPart } from '../../platform/http/event-stream.ts';
import { resource } from '../../platform/http/resource.ts';
import { EventPage, feedQuery, readFilter, streamQuery } from './event.wire.ts';
import { eventCursor } from './event-cursor.ts';
import { requireVisibleSpaces } from './event-filter.ts';
import { EventHub } from './event-hub.ts';
import { positionOf, positionOfEvent, readEvents } from './read-events.ts';
import { requireStreamable } from './require-streamable.ts';
import { ViewerWatch } from './viewer-watch.ts';
import { writtenPage } from './written-page.wire.ts';

const tag = 'Events';

/** The event log in the new API. */
export const eventsRoutes = (app: FastifyInstance, platform: Platform): void => {
  const hub = new EventHub(platform, { event: streamedEvent, heartbeat, part: streamPart });
  const viewers = new ViewerWatch(platform, (name, json) => streamPart(streamedAside(name, json)));
  app.addHook('preClose', async () => hub.close());
  resource(app, '/events', {
    GET: readingWritten({
      id: 'listEvents',
      ...{ tag, summary: 'Read what happened', query: feedQuery, answer: EventPage },
      description: `The event log, in an order in which nothing ever appears before what was read: whoever goes on from
\`next\` misses nothing and gets nothing twice. One gets what one may see at the moment of reading.`,
      handler: async ({ ctx, query }) => {
        const filter = readFilter(query);
        const after = await positionOf(ctx, query.after);
        return writtenPage(await readEvents(ctx, { after, limit: query.limit, filter }));
      },
    }),
  });
  resource(app, '/events/stream', {
    GET: streaming({
      id: 'streamEvents',
      ...{ tag, summary: 'Hear what happens', query: streamQuery },
      description: `Server-Sent Events: the data of each is an event as the log has it, its ID a cursor. A client that
connects again with \`Last-Event-ID\`, as browsers do by themselves, misses nothing and gets nothing twice. Without it, and
without \`after\`, the stream begins now. It ends when the key is revoked; what one may see is asked for again whenever
rights change.`,
      refusals: ['TOO_MANY_STREAMS'],
      handler: async ({ ctx, query, lastEventId, open }) => {
        const filter = readFilter(query);
        const after =
          lastEventId === undefined
            ? await positionOf(ctx, query.after ?? 'now')
            : await positionOfEvent(ctx, { field: 'Last-Event-ID', cursor: lastEventId });
        await requireVisibleSpaces(ctx, filter);
        requireStreamable(ctx, { hub });
        const stream = open(eventCursor(after));
        if (query.viewers === true) viewers.follow({ ctx, filter, ...stream });
        await hub.follow({ ctx, filter, ...stream }, after);
      },
    }),
  });
};
