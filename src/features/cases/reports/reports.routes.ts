import type { FastifyInstance } from 'fastify';
import { reading } from '../../../platform/http/api/operation.ts';
import { resource } from '../../../platform/http/resource.ts';
import { reportDurations } from './report-durations.ts';
import { reportFlow } from './report-flow.ts';
import {
  ApiDurationsReport,
  ApiFlow,
  durationsQuery,
  flowQuery,
  presentDurations,
  presentFlow,
} from './reports.wire.ts';

const tag = 'Reports';

/** Reports on cases in the new API. */
export const reportsRoutes = (app: FastifyInstance): void => {
  resource(app, '/reports/flow', {
    GET: reading({
      id: 'getFlow',
      ...{ tag, summary: 'Count cases created and closed over time', query: flowQuery, answer: ApiFlow },
      description: `Of the cases that the query is about now: when they were created, closed and opened again, by their
history. Statuses count as what they are today; cases in the bin do not count, and an imported case that came closed was
closed when it was last updated.`,
      handler: async ({ ctx, query: { query, from, to, interval } }) =>
        presentFlow(await reportFlow(ctx, { query, from, to, interval })),
    }),
  });
  resource(app, '/reports/durations', {
    GET: reading({
      id: 'getDurations',
      ...{ tag, summary: 'Measure the time to first answer and to resolution' },
      ...{ query: durationsQuery, answer: ApiDurationsReport },
      description: `From the creation of a case until the first public comment of somebody else than its reporter, and until
it was closed the last time, for cases that are closed now. Time runs day and night.`,
      handler: async ({ ctx, query }) => presentDurations(await reportDurations(ctx, query)),
    }),
  });
};
