import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const DURATION_BUCKETS_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const BATCH_BUCKETS = [1, 2, 4, 8, 16, 32, 64, 128, 256];

/** What one running program counts. */
export interface Metrics {
  readonly registry: Registry;
  readonly observeRequests: (app: FastifyInstance) => void;
  /** Counts how many write transactions shared one flush to disk. */
  readonly observeBatch: (size: number) => void;
  /** Tells, whenever it is asked, how many events each reader of the log could not handle. */
  readonly observeFailedEvents: (count: () => Promise<ReadonlyMap<string, number>>) => void;
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
    observeFailedEvents: (count) => failedEvents(registry, count),
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

const failedEvents = (registry: Registry, count: () => Promise<ReadonlyMap<string, number>>): void => {
  registry.registerMetric(
    new Gauge({
      name: 'casekeep_failed_events',
      help: 'Events that a reader of the log could not handle and has gone past: see `casekeep failure list`.',
      labelNames: ['reader'],
      registers: [],
      async collect() {
        this.reset();
        // Without a database there is nothing to tell, and everything else is told all the same.
        const counts = await count().catch(() => new Map<string, number>());
        for (const [reader, failed] of counts) this.set({ reader }, failed);
      },
    }),
  );
};
