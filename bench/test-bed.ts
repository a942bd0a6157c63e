import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { openPlatform } from '../src/app/open-platform.ts';
import { startPostgres } from '../test/support/postgres.ts';
import { atEnd } from './clean-up.ts';
import type { DatabaseKind } from './options.ts';
import { projectFile, type ServerProgram } from './server-process.ts';

export type DatabaseSettings = Parameters<typeof openPlatform>[0]['settings'];

/** How many connections to PostgreSQL a server opens: the program's default. */
const CONNECTIONS = 10;

/** statfs(2): TMPFS_MAGIC. */
const TMPFS = 0x01_02_19_94;

/** Where the databases of a run are made. */
export interface TestBed {
  readonly directory: string;
  /** The database engine and its version. */
  readonly engine: string;
  /** What is wrong with the place, if anything. */
  readonly warning: string | undefined;
  /** Settings of an empty database. */
  readonly create: (name: string) => Promise<DatabaseSettings>;
  /** Settings of a copy of a database that nobody has open. */
  readonly copy: (from: string, to: string) => Promise<DatabaseSettings>;
  /** The bare server over a database. */
  readonly bareServer: (settings: DatabaseSettings) => ServerProgram;
}

/** Makes a place for databases, which is removed at the end. */
export const prepareTestBed = async (kind: DatabaseKind): Promise<TestBed> => {
  const home = mkdtempSync(join(process.env['CASEKEEP_BENCH_DIR'] ?? tmpdir(), 'casekeep-bench-'));
  atEnd(() => rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }));
  const warning = statfsSync(home).type === TMPFS ? `${home} is in memory: nothing is flushed to a disk.` : undefined;
  const make = kind === 'sqlite' ? sqliteTestBed : postgresTestBed;
  return { directory: home, warning, ...(await make(home)) };
};

const sqliteTestBed = (home: string): Omit<TestBed, 'directory' | 'warning'> => {
  const settingsOf = (name: string): DatabaseSettings => {
    mkdirSync(join(home, name));
    return { dataDir: join(home, name), databaseUrl: undefined, databaseConnections: CONNECTIONS };
  };
  const fileIn = (directory: string): string => join(directory, 'casekeep.db');
  return {
    engine: `SQLite ${process.versions['sqlite']}`,
    create: async (name) => settingsOf(name),
    copy: async (from, to) => {
      const settings = settingsOf(to);
      copyFileSync(fileIn(join(home, from)), fileIn(settings.dataDir));
      return settings;
    },
    bareServer: ({ dataDir }) => ({
      script: projectFile('bench', 'bare-server.ts'),
      args: [fileIn(dataDir)],
      environment: {},
    }),
  };
};

const postgresTestBed = async (home: string): Promise<Omit<TestBed, 'directory' | 'warning'>> => {
  // PostgreSQL may run under another account, which has to reach its own folder in there.
  chmodSync(home, 0o711);
  const server = await startPostgres({ dataDir: join(home, 'postgres') });
  atEnd(() => server.stop());
  const settingsOf = (name: string): DatabaseSettings => {
    const url = new URL(server.url);
    url.pathname = `/${name}`;
    return { dataDir: join(home, name), databaseUrl: url.href, databaseConnections: CONNECTIONS };
  };
  const version = await send(server.url, 'show server_version');
  return {
    engine: `PostgreSQL ${version}`,
    create: async (name) => {
      await send(server.url, `create database "${name}" template template0`);
      return settingsOf(name);
    },
    copy: async (from, to) => {
      await send(settingsOf(from).databaseUrl ?? '', 'vacuum analyze');
      // Not through the log: gigabytes in it, still to be written, would be paid for by what is measured next.
      await send(server.url, `create database "${to}" template "${from}" strategy file_copy`);
      await send(server.url, 'checkpoint');
      return settingsOf(to);
    },
    bareServer: ({ databaseUrl = '', databaseConnections }) => ({
      script: projectFile('bench', 'bare-postgres-server.ts'),
      args: [databaseUrl, String(databaseConnections)],
      environment: {},
    }),
  };
};

const send = async (url: string, statement: string): Promise<unknown> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return Object.values((await client.query(statement)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
};

/** The program over a database, as `npm start` runs it. */
export const programServer = (settings: DatabaseSettings, port = 0): ServerProgram => ({
  script: projectFile('src', 'main.ts'),
  args: ['serve'],
  environment: {
    CASEKEEP_PORT: String(port),
    CASEKEEP_DATA_DIR: settings.dataDir,
    ...(settings.databaseUrl === undefined ? {} : { CASEKEEP_DATABASE_URL: settings.databaseUrl }),
    CASEKEEP_DATABASE_CONNECTIONS: String(settings.databaseConnections),
  },
});
