import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

/** An empty database of its own for one test file or one test. */
export interface ScratchDatabase {
  readonly url: string;
  /** Removes the database, even while connections to it are open. */
  drop(): Promise<void>;
}

/**
 * Creates a database with a unique name on the server, empty or as a copy of one that nobody is connected to; the URL's
 * user must be allowed to.
 */
export async function createScratchDatabase(serverUrl: string, template = 'template0'): Promise<ScratchDatabase> {
  const name = `casekeep_test_${randomUUID().replaceAll('-', '')}`;
  // template0 is untouched by what an administrator put into template1, and nobody can be connected to it.
  await execute(serverUrl, `create database ${name} template ${template} encoding 'UTF8'`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => execute(serverUrl, `drop database if exists ${name} with (force)`) };
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
