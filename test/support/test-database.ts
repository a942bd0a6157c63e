import { join } from 'node:path';
import { inject } from 'vitest';
import { operator } from '../../src/kernel/actor.ts';
import { Context } from '../../src/platform/context.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { openPostgres } from '../../src/platform/database/postgres-database.ts';
import type { Session } from '../../src/platform/database/session.ts';
import { openSqlite } from '../../src/platform/database/sqlite-database.ts';
import { FileStore } from '../../src/platform/files/file-store.ts';
import { Memory } from '../../src/platform/memory.ts';
import { temporaryDirectory } from './program.ts';
import { createScratchDatabase } from './scratch-postgres.ts';
import type { TestDialect } from './test-app.ts';

/** An empty database with one table of the test's own: `notes (id, text)`, the text unique. */
export interface TestDatabase {
  readonly database: Database;
  /** The SQLite file or the PostgreSQL URL. */
  readonly location: string;
  readonly ctx: Context;
  /** The texts in the table that are committed, in the order of their IDs. */
  notes(): Promise<string[]>;
  close(): Promise<void>;
}

/** Opens a new database of this kind as the program does; SQLite with its flushes. */
export const openTestDatabase = async (dialect: TestDialect): Promise<TestDatabase> => {
  const directory = await temporaryDirectory();
  const scratch = dialect === 'postgres' ? await createScratchDatabase(inject('postgresUrl')) : undefined;
  const location = scratch?.url ?? join(directory.path, 'casekeep.db');
  const database = await (scratch === undefined
    ? openSqlite({ file: location, durable: true })
    : openPostgres({ url: location, connections: 5 }));
  await database.transaction(async (session) => {
    await session.run('create table notes (id integer primary key, text varchar(100000) not null unique)', []);
  });
  const platform = {
    database,
    memory: new Memory(),
    files: new FileStore({ directory: join(directory.path, 'files'), durable: false }),
    fileLimits: {
      ...{ maxUploadBytes: 1_000_000, quotaBytes: 1_000_000 },
      ...{ maxImportBytes: 1_000_000, importQuotaBytes: 1_000_000 },
    },
    publicUrl: undefined,
    allowPrivateWebhooks: false,
    mailer: undefined,
    now: Date.now,
  };
  return {
    database,
    location,
    ctx: new Context(platform, operator('setup')),
    notes: async () => texts(database.reader),
    close: async () => {
      await database.close();
      await scratch?.drop();
      await directory.remove();
    },
  };
};

/** Adds one row to the test's table. */
export const note = async (session: Session, id: number, text = `note ${id}`): Promise<void> => {
  const places = session.dialect === 'sqlite' ? '(?, ?)' : '($1, $2)';
  await session.run(`insert into notes (id, text) values ${places}`, [id, text]);
};

/** The texts in the test's table as this session sees them. */
export const texts = async (session: Session): Promise<string[]> =>
  (await session.run('select text from notes order by id', [])).map(({ text }) => String(text));

/** Waits while other work goes on. */
export const pause = (durationMs: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, durationMs));

/** The work, or a failure when it takes too long: what hangs must not look like a slow test. */
export const notHanging = <T>(work: Promise<T>, timeoutMs = 3_000): Promise<T> =>
  Promise.race([
    work,
    pause(timeoutMs).then(() => {
      throw new Error(`This took longer than ${timeoutMs} ms: it hangs.`);
    }),
  ]);
