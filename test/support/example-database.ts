import { constants, copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { openPlatform } from '../../src/app/open-platform.ts';
import { resetSandbox } from '../../src/app/reset-sandbox.ts';
import { operator } from '../../src/kernel/actor.ts';
import { Context } from '../../src/platform/context.ts';
import { tables } from '../../src/platform/database/erase.ts';
import type { Session } from '../../src/platform/database/session.ts';

// To fill a database with the example data takes seconds, and nearly every test file wants one: it is done once for a run,
// by whoever comes first, and copied for everybody else.

/** Where a run keeps what is copied; names nothing that is there yet. */
export interface ExampleDatabases {
  readonly postgresUrl: string;
  /** The name of the PostgreSQL database. */
  readonly name: string;
  /** The folder of the SQLite file. */
  readonly directory: string;
}

const FILE = 'casekeep.db';

/** One at a time makes what is copied; any number that nobody else uses. */
const TURN = 20_304;

/** Copies the SQLite file with the example data into a data directory. */
export const copyExampleFile = async (examples: ExampleDatabases, dataDir: string): Promise<void> => {
  await madeOnce(examples, `sqlite ${examples.name}`, async () => {
    await mkdir(examples.directory, { recursive: true });
    await fill({ dataDir: examples.directory, databaseUrl: undefined });
  });
  await copyFile(join(examples.directory, FILE), join(dataDir, FILE), constants.COPYFILE_FICLONE);
};

/** The name of the PostgreSQL database to copy, with the example data and a function that restores them. */
export const exampleTemplate = async (examples: ExampleDatabases, dataDir: string): Promise<string> => {
  const { postgresUrl, name } = examples;
  await madeOnce(examples, `postgres ${name}`, async (client) => {
    await client.query(`create database ${name} template template0 encoding 'UTF8'`);
    const url = new URL(postgresUrl);
    url.pathname = `/${name}`;
    await fill({ dataDir, databaseUrl: url.href }, keepPristine);
  });
  return name;
};

/** Removes the PostgreSQL database, where the server outlives the run. */
export const dropExampleTemplate = ({ postgresUrl, name }: ExampleDatabases): Promise<void> =>
  connected(postgresUrl, async (client) => {
    await client.query(`drop database if exists ${name} with (force)`);
  });

/** Restores the example data in a copy of the template, as part of the transaction. */
export const restorePristine = async (session: Session): Promise<void> => {
  session.everythingReplaced = true;
  await session.run('select pristine.restore()', []);
};

const madeOnce = (
  { postgresUrl }: ExampleDatabases,
  what: string,
  make: (client: Client) => Promise<void>,
): Promise<void> =>
  connected(postgresUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [TURN]);
    await client.query('create table if not exists casekeep_examples (what text primary key)');
    const { rowCount } = await client.query('select 1 from casekeep_examples where what = $1', [what]);
    if (rowCount !== 0) return;
    await make(client);
    await client.query('insert into casekeep_examples values ($1)', [what]);
  });

const connected = async (connectionString: string, work: (client: Client) => Promise<void>): Promise<void> => {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
};

const fill = async (
  place: { readonly dataDir: string; readonly databaseUrl: string | undefined },
  prepare?: (session: Session) => Promise<void>,
): Promise<void> => {
  const platform = await openPlatform({ settings: { ...place, databaseConnections: 2 }, durable: false });
  await resetSandbox(new Context(platform, operator('setup')));
  if (prepare !== undefined) await platform.database.transaction(prepare);
  await platform.database.close();
};

/** Keeps a copy of every table, and the number that comes next in each. */
const keepPristine = async ({ run }: Session): Promise<void> => {
  await run('create schema pristine', []);
  const restore: string[] = tables.map((table) => `delete from public.${table};`);
  for (const table of tables.toReversed()) {
    await run(`create table pristine.${table} as table public.${table}`, []);
    const columns = (await run(columnsOf(table), [])).map(({ name }) => String(name));
    restore.push(
      `insert into public.${table} (${columns.join(', ')}) select ${columns.join(', ')} from pristine.${table};`,
    );
  }
  for (const { sequence, last } of await run(sequences, [])) {
    restore.push(`perform setval('public.${sequence}', ${last ?? 1}, ${last !== null});`);
  }
  await run(
    `create function pristine.restore() returns void language plpgsql as 'begin ${restore.join('\n').replaceAll("'", "''")} end'`,
    [],
  );
};

const columnsOf = (table: string): string => `select column_name as name from information_schema.columns
  where table_schema = 'public' and table_name = '${table}' and is_generated = 'NEVER'`;

const sequences = `select sequencename as sequence, last_value as last from pg_sequences where schemaname = 'public'`;
