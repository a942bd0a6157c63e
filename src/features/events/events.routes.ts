import type { FastifyInstance } from 'fastify';
import { readingWritten } from '../../platform/http/api/reading-written.ts';
import { resource } from '../../platform/http/resource.ts';
import { EventPage, feedQuery, readFilter } from './event.wire.ts';
import { positionOf, readEvents } from './read-events.ts';
import { writtenPage } from './written-page.wire.ts';

const tag = 'Events';

/** The event log in the new API. */
export const eventsRoutes = (app: FastifyInstance): void => {
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
};
