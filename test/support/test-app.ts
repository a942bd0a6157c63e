import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { inject } from 'vitest';
import { buildApp } from '../../src/app/build-app.ts';
import { openPlatform } from '../../src/app/open-platform.ts';
import { resetSandbox } from '../../src/app/reset-sandbox.ts';
import { tellMailFailure } from '../../src/app/tell-mail-failure.ts';
import { operator } from '../../src/kernel/actor.ts';
import { Context, type Platform } from '../../src/platform/context.ts';
import { announceConfigurationChange } from '../../src/platform/database/configuration-change.ts';
import { createMetrics } from '../../src/platform/http/metrics.ts';
import { createLog } from '../../src/platform/log.ts';
import { copyExampleFile, exampleTemplate, restorePristine } from './example-database.ts';
import { createScratchDatabase, type ScratchDatabase } from './scratch-postgres.ts';

export const dialects = ['sqlite', 'postgres'] as const;
export type TestDialect = (typeof dialects)[number];

/** The whole server on a database of its own, filled with the example data. */
export interface TestApp {
  readonly dialect: TestDialect;
  readonly app: FastifyInstance;
  readonly platform: Platform;
  /** The operator of the machine, for preparing what a test needs. */
  readonly operator: Context;
  /** Where the data is, for a second process or a second opening. */
  readonly settings: { dataDir: string; databaseUrl: string | undefined; databaseConnections: number };
  /** What the program logged so far. */
  readonly logged: () => string;
  /** Restores the example data. */
  reset(): Promise<void>;
  /** Rows of a statement without parameters, as committed. */
  rows(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  close(): Promise<void>;
}

export interface TestAppOptions {
  readonly settings?: Partial<Parameters<typeof openPlatform>[0]['settings']>;
  readonly timeouts?: Parameters<typeof buildApp>[0]['timeouts'];
  /** The time, where a test makes it pass. */
  readonly now?: () => number;
}

const DAY_MS = 24 * 60 * 60_000;

const emptyDatabase = async (dialect: TestDialect): Promise<ScratchDatabase | undefined> =>
  dialect === 'postgres' ? createScratchDatabase(inject('postgresUrl')) : undefined;

/** A database that has the example data already; SQLite's is in the data directory. */
const copyExamples = async (dialect: TestDialect, dataDir: string): Promise<ScratchDatabase | undefined> => {
  const examples = inject('examples');
  if (dialect === 'postgres') {
    return createScratchDatabase(inject('postgresUrl'), await exampleTemplate(examples, dataDir));
  }
  await copyExampleFile(examples, dataDir);
  return undefined;
};

/** What `resetSandbox` does, some seconds faster on PostgreSQL. */
const restoreExamples = async (ctx: Context): Promise<void> => {
  await ctx.inTransaction(async (tx) => {
    await announceConfigurationChange(tx.db);
    await restorePristine(tx.db);
  });
  await ctx.platform.files.clear();
};

/** Starts the server on a new database of this kind. */
export const startTestApp = async (dialect: TestDialect, options: TestAppOptions = {}): Promise<TestApp> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'casekeep-test-'));
  const isOfToday = options.now === undefined || Math.abs(options.now() - Date.now()) < DAY_MS;
  const scratch = isOfToday ? await copyExamples(dialect, dataDir) : await emptyDatabase(dialect);
  const settings = { dataDir, databaseUrl: scratch?.url, databaseConnections: 10, ...options.settings };
  const lines: string[] = [];
  const log = createLog('debug', { write: (line) => lines.push(line) });
  const platform = await openPlatform({
    ...{ settings, durable: false, onMailFailure: tellMailFailure(log) },
    ...(options.now && { now: options.now }),
  });
  const { timeouts } = options;
  const app = await buildApp({ platform, metrics: createMetrics(), log, ...(timeouts && { timeouts }) });
  const ctx = new Context(platform, operator('setup'));
  if (!isOfToday) await resetSandbox(ctx);
  return {
    dialect,
    app,
    platform,
    operator: ctx,
    settings,
    logged: () => lines.join(''),
    reset: () => (isOfToday && dialect === 'postgres' ? restoreExamples(ctx) : resetSandbox(ctx)),
    rows: (sql) => platform.database.reader.run(sql, []),
    close: async () => {
      await app.close();
      await platform.database.close();
      await scratch?.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};
