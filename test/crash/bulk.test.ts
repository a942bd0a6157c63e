import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { openPostgres } from '../../src/platform/database/postgres-database.ts';
import { temporaryDirectory } from '../support/program.ts';
import { createScratchDatabase } from '../support/scratch-postgres.ts';
import { BulkRun } from './bulk-run.ts';
import { contradictions, type Rows } from './consistency.ts';
import { damage } from './database-state.ts';
import { randomFrom, seedOfRun } from './random.ts';
import { withSqlite } from './with-sqlite.ts';

/** So many that the server is killed in the middle of it, also where it is quick. */
const CASES = { sqlite: 3_000, postgres: 1_200 };
const KILLS = 3;
const TIMEOUT_MS = 240_000;
const seed = seedOfRun();

describe(`a bulk change whose server is killed (CASEKEEP_TEST_SEED=${seed})`, { timeout: TIMEOUT_MS }, () => {
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
  let run: BulkRun | undefined;
  beforeEach(async () => {
    directory = await temporaryDirectory();
  });
  afterEach(async () => {
    await run?.kill();
    run = undefined;
    await directory.remove();
  });

  const crashAndResume = async (bulkRun: BulkRun, { rows, cases }: { rows: Rows; cases: number }): Promise<void> => {
    const progress: number[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      progress.push(await bulkRun.crash());
    }
    const end = await bulkRun.end();
    console.log(`killed with ${progress.join(', ')} cases changed`);
    // A kill before the first portion or after the last one proves nothing.
    expect(progress[0]).toBeGreaterThan(0);
    expect(progress[0]).toBeLessThan(cases);
    expect(end).toMatchObject({ state: 'done', refused: 0, unchanged: 0 });
    expect({ seed, problems: await bulkRun.problems() }).toEqual({ seed, problems: [] });
    await bulkRun.stop();
    expect((await contradictions(rows)).slice(0, 20)).toEqual([]);
  };

  it('is resumed on SQLite, and every case is changed exactly once', async () => {
    const rows: Rows = async (sql) => withSqlite(directory.path, (database) => database.prepare(sql).all());
    const options = { dataDir: directory.path, random: randomFrom(seed), cases: CASES.sqlite };
    run = await BulkRun.open(options, rows);
    await crashAndResume(run, { rows, cases: options.cases });
    expect(withSqlite(directory.path, damage)).toEqual([]);
  });

  it('is resumed on PostgreSQL, and every case is changed exactly once', async () => {
    const scratch = await createScratchDatabase(inject('postgresUrl'));
    const database = await openPostgres({ url: scratch.url, connections: 2 });
    const rows: Rows = (sql) => database.reader.run(sql, []);
    const options = {
      dataDir: directory.path,
      databaseUrl: scratch.url,
      random: randomFrom(seed),
      cases: CASES.postgres,
    };
    run = await BulkRun.open(options, rows);
    try {
      await crashAndResume(run, { rows, cases: options.cases });
    } finally {
      await run.kill();
      await database.close();
    }
    await scratch.drop();
  });
});
