import type { AddressInfo } from 'node:net';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { pino } from 'pino';
import type { Platform } from '../platform/context.ts';
import { failedEventCounts } from '../platform/events/failed-events.ts';
import { contextOfJobs } from '../platform/events/follow-events.ts';
import { createMetrics } from '../platform/http/metrics.ts';
import { runJobs } from '../platform/jobs/run-jobs.ts';
import { createLog } from '../platform/log.ts';
import { buildApp } from './build-app.ts';
import { jobs } from './jobs.ts';
import { localUrl } from './local-url.ts';
import { openPlatform } from './open-platform.ts';
import type { Settings } from './settings.ts';
import { stopOnSignal } from './stop-on-signal.ts';
import { tellMailFailure } from './tell-mail-failure.ts';

/** How long requests that are under way may take when the server stops, in milliseconds. */
const DRAIN_TIMEOUT_MS = 5_000;

interface Listen<Prepared> {
  readonly settings: Settings;
  readonly warnings: readonly string[];
  readonly durable?: boolean;
  /** Runs once the port is taken, before the first request is handled. */
  readonly prepare: (platform: Platform) => Promise<Prepared>;
  /** Adds routes that only this way of serving has. */
  readonly extend?: (app: FastifyInstance, platform: Platform) => void;
  /** Adds what looks at every request before anything else does. */
  readonly before?: (app: FastifyInstance) => void;
  /** The time, in milliseconds since 1970-01-01T00:00:00Z; that of the machine unless told. */
  readonly now?: () => number;
}

interface Listening<Prepared> {
  /** The address it listens on, for example http://127.0.0.1:8080. */
  readonly url: string;
  readonly prepared: Prepared;
}

/** Opens the database, serves it, and stops in order on SIGTERM or SIGINT. */
export const listen = async <Prepared>(options: Listen<Prepared>): Promise<Listening<Prepared>> => {
  const { settings, warnings, durable = true, prepare, extend, before, now } = options;
  const destination = pino.destination({ dest: 1, sync: false });
  const log = createLog(settings.logLevel, destination);
  for (const warning of warnings) log.warn(warning);
  const metrics = createMetrics();
  const platform = await openPlatform({
    settings,
    durable,
    ...(now && { now }),
    onBatch: metrics.observeBatch,
    onError: (err) => log.error({ err }, 'a database connection broke'),
    onMailFailure: tellMailFailure(log),
    onUpgrade: (migrations) => log.info({ migrations }, 'bringing the database up to date'),
  });
  const gate = Promise.withResolvers<void>();
  const app = await buildApp({
    platform,
    metrics,
    log,
    trustProxy: settings.trustProxy,
    prepared: gate.promise,
    ...(before && { before }),
  });
  extend?.(app, platform);
  const { url, prepared } = await start(app, settings, () => prepare(platform)).catch(async (error: unknown) => {
    gate.reject(error);
    await app.close();
    await platform.database.close();
    throw error;
  });
  gate.resolve();
  const stopJobs = runJobs(platform, {
    jobs,
    onError: (job, err) => log.error({ err, job }, 'a job failed; it is tried again'),
  });
  stopOnSignal(async () => {
    await drain(app, log);
    await stopJobs();
    await platform.database.close();
    log.info('stopped');
    destination.flushSync();
  });
  log.info({ url }, 'listening');
  await tellFailedEvents(platform, log);
  return { url, prepared };
};

/** Whoever starts the server may not look at its metrics. */
const tellFailedEvents = async (platform: Platform, log: FastifyBaseLogger): Promise<void> => {
  const counts = await failedEventCounts(contextOfJobs(platform));
  if (counts.size > 0)
    log.warn({ counts: Object.fromEntries(counts) }, 'events could not be handled: casekeep failure list');
};

/** Takes the port first, then prepares: a start that fails leaves nothing half prepared. */
const start = async <Prepared>(app: FastifyInstance, settings: Settings, prepare: () => Promise<Prepared>) => {
  await app.listen({ port: settings.port, host: settings.host, listenTextResolver: () => 'port opened' });
  const [{ port }] = app.addresses() as [AddressInfo];
  return { prepared: await prepare(), url: localUrl({ host: settings.host, port }) };
};

/** Stops accepting, finishes what is under way, and hangs up on those who never finish. */
const drain = async (app: FastifyInstance, log: FastifyBaseLogger): Promise<void> => {
  const hangUp = setTimeout(() => {
    log.warn('requests that did not finish are given up');
    app.server.closeAllConnections();
  }, DRAIN_TIMEOUT_MS);
  await app.close();
  clearTimeout(hangUp);
};
