import type { FastifyInstance } from 'fastify';
import type { Database } from '../database/database.ts';
import { failedEventCounts } from '../events/failed-events.ts';
import type { Metrics } from './metrics.ts';

interface HealthOptions {
  readonly database: Database;
  readonly metrics: Metrics;
  readonly isDraining: () => boolean;
}

/** `/healthz` (the process runs), `/readyz` (it can take writes) and `/metrics` (Prometheus). None needs a key. */
export const healthRoutes = (app: FastifyInstance, { database, metrics, isDraining }: HealthOptions): void => {
  metrics.observeFailedEvents(() => failedEventCounts(database.reader));
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const problem = isDraining() ? 'shutting down' : await problemOf(database);
    if (problem === undefined) return { status: 'ready', ...(await warningOf(database)) };
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
const warningOf = async ({ reader }: Database): Promise<{ warning?: string }> => {
  const counts = await failedEventCounts(reader).catch(() => new Map<string, number>());
  const count = counts.values().reduce((sum, each) => sum + each, 0);
  if (count === 0) return {};
  const events = count === 1 ? '1 event' : `${count} events`;
  return { warning: `${events} could not be handled: casekeep failure list` };
};
