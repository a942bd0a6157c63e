import type { FastifyInstance } from 'fastify';
import type { Database } from '../database/database.ts';
import type { Metrics } from './metrics.ts';

interface HealthOptions {
  readonly database: Database;
  readonly metrics: Metrics;
  readonly isDraining: () => boolean;
}

/** `/healthz` (the process runs), `/readyz` (it can take writes) and `/metrics` (Prometheus). None needs a key. */
export const healthRoutes = (app: FastifyInstance, { database, metrics, isDraining }: HealthOptions): void => {
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const problem = isDraining() ? 'shutting down' : await problemOf(database);
    if (problem === undefined) return { status: 'ready' };
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
