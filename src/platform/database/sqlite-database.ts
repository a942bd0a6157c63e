import { chmodSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { keepSqliteCaseOrder } from './case-order/sqlite-case-order.ts';
import { Checkpoints, MOST_PAGES } from './checkpoints.ts';
import type { Database } from './database.ts';
import { type FinishedBatch, GroupCommit } from './group-commit.ts';
import { migrate, type OnUpgrade } from './migrate.ts';
import { ReadingThreads } from './reading-threads.ts';
import { RecentCases } from './recent-cases.ts';
import { kyselyOver, Session } from './session.ts';
import { cachedStatements } from './statement-cache.ts';
import { dataVersionOf, oncePerTurn } from './written-rows.ts';

/** How long a statement may stop the event loop while another process holds a lock, in milliseconds. */
const BUSY_TIMEOUT_MS = 50;

/** The same while the database is opened and nothing is served yet: another process may be migrating it. */
const OPENING_TIMEOUT_MS = 30_000;

/** Nobody else on the machine may read cases and the hashes of keys. */
const OWNER_ONLY = 0o600;

interface SqliteOptions {
  /** The database file; it is made when it does not exist. */
  readonly file: string;
  /** False gives up durability for speed: for the sandbox and for tests, which lose nothing in a crash. */
  readonly durable: boolean;
  readonly onBatch?: (batch: FinishedBatch) => void;
  readonly onUpgrade?: OnUpgrade | undefined;
}

/** Opens (and migrates) a SQLite database: one writing connection with group commit, one for readers. */
export const openSqlite = async ({ file, durable, onBatch, onUpgrade }: SqliteOptions): Promise<Database> => {
  const writer = new DatabaseSync(file, { timeout: OPENING_TIMEOUT_MS });
  // The log beside it takes over the permissions of the file.
  chmodSync(file, OWNER_ONLY);
  writer.exec('pragma journal_mode = wal');
  writer.exec(`pragma synchronous = ${durable ? 'full' : 'off'}`);
  writer.exec(`pragma wal_autocheckpoint = ${MOST_PAGES}`);
  const write = cachedStatements(writer);
  await migrate({ dialect: 'sqlite', kysely: kyselyOver('sqlite', write, { transactions: true }), onUpgrade });

  writer.exec(`pragma busy_timeout = ${BUSY_TIMEOUT_MS}`);

  const reading = new DatabaseSync(file, { readOnly: true, timeout: BUSY_TIMEOUT_MS });
  const listeners: (() => void)[] = [];
  const announce = (): void => {
    for (const listener of listeners) listener();
  };
  const caseOrder = keepSqliteCaseOrder({ reader: reading, writer });
  const versionNow = oncePerTurn(dataVersionOf(reading));
  const recentCases = new RecentCases(writer, versionNow);
  const checkpoints = new Checkpoints(file, writer);
  const read = cachedStatements(reading);
  const threads = new ReadingThreads(file, read);
  const groupCommit = new GroupCommit(writer, write, (batch) => {
    recentCases.committed();
    caseOrder.committed();
    checkpoints.afterBatch();
    if (batch.configurationChanged) announce();
    onBatch?.(batch);
  });
  return {
    dialect: 'sqlite',
    writers: 1,
    reader: new Session('sqlite', read, { runAside: threads.run, recentCases }),
    caseOrder,
    transaction: (work) => groupCommit.submit(work),
    noticeChanges: watchEpoch(reading, versionNow, announce),
    onConfigurationChanged: (listener) => listeners.push(listener),
    probe: () =>
      groupCommit.submit(
        async (session) => void (await session.run('update configuration_epoch set epoch = epoch', [])),
      ),
    close: async () => {
      await groupCommit.drain();
      await checkpoints.close();
      await threads.close();
      caseOrder.forget();
      reading.close();
      writer.close();
    },
  };
};

/** Notices configuration that another process changed in the same file: only when anybody has committed is it read. */
const watchEpoch = (connection: DatabaseSync, versionNow: () => unknown, announce: () => void): (() => void) => {
  const epoch = connection.prepare('select epoch from configuration_epoch');
  let known = { version: versionNow(), epoch: epoch.get()?.['epoch'] };
  return () => {
    const version = versionNow();
    if (version === known.version) return;
    const current = epoch.get()?.['epoch'];
    if (current !== known.epoch) announce();
    known = { version, epoch: current };
  };
};
