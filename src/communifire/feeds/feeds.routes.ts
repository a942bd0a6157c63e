import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { listActivities } from '../../features/activities/list-activities.ts';
import { listNotifications } from '../../features/notifications/list-notifications.ts';
import { contextOf } from '../../platform/http/request-context.ts';
import { resource } from '../../platform/http/resource.ts';
import { described } from '../documentation.ts';
import { answer, envelopeOf } from '../envelope.ts';
import { knownParameters, pageParameters } from '../known-parameters.ts';
import { readPage } from '../page-query.ts';
import type { Query } from '../query.ts';
import { WireActivity } from './activity.wire.ts';
import { readFeedQuery } from './feed-query.ts';
import { WireNotification } from './notification.wire.ts';
import { presentActivity } from './present-activity.ts';
import { presentNotification } from './present-notification.ts';

const recentActivity = (id: string) => ({
  schema: described(id, {
    ...{ tag: 'Feeds', summary: 'What happened lately', answer: envelopeOf(Type.Array(WireActivity)) },
  }),
  config: { parameters: knownParameters('spaceid', 'userid', ...pageParameters) },
  handler: async (request: FastifyRequest) => {
    const ctx = contextOf(request);
    const found = await listActivities(ctx, readFeedQuery(request.query as Query));
    return answer(await Promise.all(found.map((each) => presentActivity(ctx, each))));
  },
});

/** The wall, at length and in brief, which are the same here, and what one is told oneself. Source: communifire-api.md section 3, feeds. */
export const feedsRoutes = (app: FastifyInstance): void => {
  resource(app, '/api/wall/stream', { GET: recentActivity('ListActivities') });
  resource(app, '/api/wall/ticker', { GET: recentActivity('ListActivitiesInBrief') });
  resource(app, '/api/notifications', {
    GET: {
      schema: described('ListNotifications', {
        ...{ tag: 'Feeds', summary: 'What one is told oneself', answer: envelopeOf(Type.Array(WireNotification)) },
      }),
      config: { parameters: knownParameters(...pageParameters) },
      handler: async (request) => {
        const ctx = contextOf(request);
        const found = await listNotifications(ctx, { page: readPage(request.query as Query) });
        return answer(await Promise.all(found.map((each) => presentNotification(ctx, each))));
      },
    },
  });
};
