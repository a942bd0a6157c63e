import type { TestProject } from 'vitest/node';
import { startPostgres } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server the tests create their scratch databases on. */
    postgresUrl: string;
  }
}

/** Gives all test files one PostgreSQL server for the whole run: `inject('postgresUrl')`. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const external = process.env['CASEKEEP_TEST_POSTGRES_URL'];
  if (external) {
    console.log('Using the PostgreSQL of CASEKEEP_TEST_POSTGRES_URL for the tests');
    project.provide('postgresUrl', external);
    return undefined;
  }
  const before = performance.now();
  process.stdout.write('Starting PostgreSQL for the tests … ');
  const server = await startPostgres({ durable: false });
  console.log(`${((performance.now() - before) / 1000).toFixed(1)} s`);
  project.provide('postgresUrl', server.url);
  return () => server.stop();
}
