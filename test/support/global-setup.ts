import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { dropExampleTemplate, type ExampleDatabases } from './example-database.ts';
import { startPostgres } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server the tests create their scratch databases on. */
    postgresUrl: string;
    /** What nearly all tests begin with, made when it is wanted first. */
    examples: ExampleDatabases;
  }
}

/** Gives all test files one PostgreSQL server for the whole run: `inject('postgresUrl')`. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const external = process.env['CASEKEEP_TEST_POSTGRES_URL'];
  if (external) {
    console.log('Using the PostgreSQL of CASEKEEP_TEST_POSTGRES_URL for the tests');
    const forgetExamples = await provide(project, external);
    return forgetExamples;
  }
  const before = performance.now();
  process.stdout.write('Starting PostgreSQL for the tests … ');
  const server = await startPostgres({ durable: false });
  console.log(`${((performance.now() - before) / 1000).toFixed(1)} s`);
  const forgetExamples = await provide(project, server.url);
  return async () => {
    await forgetExamples();
    await server.stop();
  };
}

/** Answers with what is to be done at the end. */
const provide = async (project: TestProject, postgresUrl: string): Promise<() => Promise<void>> => {
  const directory = await mkdtemp(join(tmpdir(), 'casekeep-examples-'));
  const name = `casekeep_examples_${randomUUID().replaceAll('-', '')}`;
  const examples = { postgresUrl, name, directory };
  project.provide('postgresUrl', postgresUrl);
  project.provide('examples', examples);
  return async () => {
    await dropExampleTemplate(examples);
    await rm(directory, { recursive: true, force: true });
  };
};
