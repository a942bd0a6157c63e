import { buildApp } from '../../src/app/build-app.ts';
import { openPlatform } from '../../src/app/open-platform.ts';
import { createMetrics } from '../../src/platform/http/metrics.ts';
import { createLog } from '../../src/platform/log.ts';
import type { TestApp } from './test-app.ts';

/** A second process on the same database. */
export const startNeighbour = async ({ settings }: TestApp) => {
  const platform = await openPlatform({ settings, durable: false });
  const app = await buildApp({
    platform,
    metrics: createMetrics(),
    log: createLog('fatal', { write: () => undefined }),
  });
  const url = await app.listen({ port: 0 });
  return {
    url,
    close: async () => {
      await app.close();
      await platform.database.close();
    },
  };
};
