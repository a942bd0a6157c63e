import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, RouteOptions } from 'fastify';
import { buildApp } from '../../src/app/build-app.ts';
import { openPlatform } from '../../src/app/open-platform.ts';
import { createMetrics } from '../../src/platform/http/metrics.ts';
import { createLog } from '../../src/platform/log.ts';

/**
 * Hears of every route of the servers that are put together while `start` runs, in the order of registration, without
 * the HEAD routes that come with each GET. Source: fastify.dev, reference, hooks, onRoute.
 */
export const routesRegisteredBy = async <T>(
  start: () => Promise<T>,
): Promise<{ readonly started: T; readonly routes: readonly RouteOptions[] }> => {
  const routes: RouteOptions[] = [];
  const onStart = (message: unknown): void => {
    (message as { fastify: FastifyInstance }).fastify.addHook('onRoute', (route) => {
      if (route.method !== 'HEAD') routes.push(route);
    });
  };
  subscribe('fastify.initialization', onStart);
  try {
    return { started: await start(), routes };
  } finally {
    unsubscribe('fastify.initialization', onStart);
  }
};

/** All routes of the server, which is put together for that and never listens. */
export const registeredRoutes = async (): Promise<readonly RouteOptions[]> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'casekeep-routes-'));
  const settings = { dataDir, databaseUrl: undefined, databaseConnections: 1 };
  const platform = await openPlatform({ settings, durable: false });
  try {
    const log = createLog('error', { write: () => undefined });
    const { started, routes } = await routesRegisteredBy(() => buildApp({ platform, metrics: createMetrics(), log }));
    await started.ready();
    await started.close();
    return routes;
  } finally {
    await platform.database.close();
    await rm(dataDir, { recursive: true, force: true });
  }
};
