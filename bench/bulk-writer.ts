import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Client } from 'pg';
import type { Row } from '../src/platform/database/session.ts';
import type { DatabaseSettings } from './test-bed.ts';

/** The columns of rows and, for PostgreSQL, their types. */
export type Columns = Readonly<Record<string, 'bigint' | 'integer' | 'text'>>;

/** Writes much at once into a database that nobody else has open; nothing of it is safe before `close`. */
export interface BulkWriter {
  readonly dialect: 'sqlite' | 'postgres';
  readonly run: (sql: string, parameters?: readonly unknown[]) => Promise<Row[]>;
  readonly insert: (table: string, columns: Columns, rows: readonly (readonly unknown[])[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

export const openBulkWriter = (settings: DatabaseSettings): Promise<BulkWriter> =>
  settings.databaseUrl === undefined ? openSqliteWriter(settings.dataDir) : openPostgresWriter(settings.databaseUrl);

const openSqliteWriter = async (dataDir: string): Promise<BulkWriter> => {
  const database = new DatabaseSync(join(dataDir, 'casekeep.db'));
  database.exec('pragma synchronous = off; pragma cache_size = -500000; pragma temp_store = memory; begin');
  const run = async (sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
    database.prepare(sql).all(...(parameters as SQLInputValue[])) as Row[];
  return {
    dialect: 'sqlite',
    run,
    insert: async (table, columns, rows) => {
      const names = Object.keys(columns);
      const statement = database.prepare(
        `insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`,
      );
      for (const row of rows) statement.run(...(row as SQLInputValue[]));
    },
    close: async () => {
      database.exec('commit; pragma wal_checkpoint(truncate)');
      database.close();
    },
  };
};

const openPostgresWriter = async (url: string): Promise<BulkWriter> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query("set synchronous_commit = off; set maintenance_work_mem = '1GB'");
  const run = async (sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
    (await client.query(sql, [...parameters])).rows as Row[];
  return {
    dialect: 'postgres',
    run,
    insert: async (table, columns, rows) => {
      const arrays = Object.values(columns).map((type, index) => `$${index + 1}::${type}[]`);
      const values = Object.keys(columns).map((_, index) => rows.map((row) => row[index]));
      await run(`insert into ${table} (${Object.keys(columns).join(', ')}) select * from unnest(${arrays})`, values);
    },
    close: () => client.end(),
  };
};
