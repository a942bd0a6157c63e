import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

const DURATION_BUCKETS_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const BATCH_BUCKETS = [1, 2, 4, 8, 16, 32, 64, 128, 256];

/** What one running program counts. */
export interface Metrics {
  readonly registry: Registry;
  readonly observeRequests: (app: FastifyInstance) => void;
  /** Counts how many write transactions shared one flush to disk. */
  readonly observeBatch: (size: number) => void;
}

/** The metrics of one program, on a registry of their own so that several programs can live in one process. */
export const createMetrics = (): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'casekeep_http_request_duration_seconds',
    help: 'Time from the arrival of a request to the end of its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: DURATION_BUCKETS_SECONDS,
    registers: [registry],
  });
  const batches = new Histogram({
    name: 'casekeep_commit_batch_size',
    help: 'Write transactions that shared one flush to disk (SQLite).',
    buckets: BATCH_BUCKETS,
    registers: [registry],
  });
  return {
    registry,
    observeBatch: (size) => batches.observe(size),
    observeRequests: (app) => {
      app.addHook('onResponse', (request, reply, done) => {
        const { method, routeOptions } = request;
        if (routeOptions.config.isLongLived === true) return done();
        const labels = { method, route: routeOptions.url ?? 'unknown', status: reply.statusCode };
        durations.observe(labels, reply.elapsedTime / 1_000);
        done();
      });
    },
  };
};
