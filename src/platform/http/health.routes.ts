import type { FastifyInstance } from 'fastify';
import type { Context, Platform } from '../context.ts';
import type { Database } from '../database/database.ts';
import { failedEventCounts } from '../events/failed-events.ts';
import { contextOfJobs } from '../events/follow-events.ts';
import type { Metrics } from './metrics.ts';

interface HealthOptions {
  readonly platform: Platform;
  readonly metrics: Metrics;
  readonly isDraining: () => boolean;
}

/** `/healthz` (the process runs), `/readyz` (it can take writes) and `/metrics` (Prometheus). None needs a key. */
export const healthRoutes = (app: FastifyInstance, { platform, metrics, isDraining }: HealthOptions): void => {
  const ctx = contextOfJobs(platform);
  metrics.observeFailedEvents(() => failedEventCounts(ctx));
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const problem = isDraining() ? 'shutting down' : await problemOf(platform.database);
    if (problem === undefined) return { status: 'ready', ...(await warningOf(ctx)) };
    reply.code(503);
    return { status: 'not ready', problem };
  });
  app.get('/metrics', async (_request, reply) => {
    reply.type(metrics.registry.contentType);
    return metrics.registry.metrics();
  });
};

const problemOf = async (database: Database): Promise<string | undefined> => {
  try {
    await database.probe();
    return undefined;
  } catch {
    return 'the database cannot be written';
  }
};

/** What keeps nobody from working, and should be looked at. */
const warningOf = async (ctx: Context): Promise<{ warning?: string }> => {
  const counts = await failedEventCounts(ctx).catch(() => new Map<string, number>());
  const count = counts.values().reduce((sum, each) => sum + each, 0);
  if (count === 0) return {};
  const events = count === 1 ? '1 event' : `${count} events`;
  return { warning: `${events} could not be handled: casekeep failure list` };
};
