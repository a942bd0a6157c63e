import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import type { Platform } from '../platform/context.ts';
import { createMetrics } from '../platform/http/metrics.ts';
import { createLog } from '../platform/log.ts';
import { buildApp } from './build-app.ts';
import { openPlatform } from './open-platform.ts';
import type { Settings } from './settings.ts';
import { stopOnSignal } from './stop-on-signal.ts';

interface Listen {
  readonly settings: Settings;
  readonly warnings: readonly string[];
  readonly durable?: boolean;
  /** Runs before the first request is taken. */
  readonly prepare?: (platform: Platform) => Promise<void>;
  /** Adds routes that only this way of serving has. */
  readonly extend?: (app: FastifyInstance, platform: Platform) => void;
}

interface Listening {
  readonly app: FastifyInstance;
  readonly platform: Platform;
  /** The address it listens on, for example http://127.0.0.1:8080. */
  readonly address: string;
}

/** Opens the database, serves it, and stops in order on SIGTERM or SIGINT. */
export const listen = async ({ settings, warnings, durable = true, prepare, extend }: Listen): Promise<Listening> => {
  const destination = pino.destination({ dest: 1, sync: false });
  const log = createLog(settings.logLevel, destination);
  for (const warning of warnings) log.warn(warning);
  const metrics = createMetrics();
  const platform = await openPlatform({
    settings,
    durable,
    onBatch: metrics.observeBatch,
    onError: (err) => log.error({ err }, 'a database connection broke'),
  });
  await prepare?.(platform);
  const app = await buildApp({ platform, metrics, log, trustProxy: settings.trustProxy });
  extend?.(app, platform);
  const address = await app.listen({ port: settings.port, host: settings.host, listenTextResolver: () => 'listening' });
  stopOnSignal(async () => {
    await app.close();
    await platform.database.close();
    log.info('stopped');
    destination.flushSync();
  });
  return { app, platform, address };
};
