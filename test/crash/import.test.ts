import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { openPostgres } from '../../src/platform/database/postgres-database.ts';
import { temporaryDirectory } from '../support/program.ts';
import { createScratchDatabase } from '../support/scratch-postgres.ts';
import { contradictions, type Rows } from './consistency.ts';
import { damage, noneWorking } from './database-state.ts';
import { ImportRun } from './import-run.ts';
import { randomFrom, seedOfRun } from './random.ts';
import { withSqlite } from './with-sqlite.ts';

/** How often the server is killed on each database; CASEKEEP_TEST_CRASH_ROUNDS for a longer look. */
const ROUNDS = Number(process.env['CASEKEEP_TEST_CRASH_ROUNDS'] ?? 2);
/** So many rows for each kill that it comes in the middle of them, also where the server is quick. */
const ROWS_PER_ROUND = { sqlite: 3_000, postgres: 800 };
const TIMEOUT_MS = 120_000 + ROUNDS * 20_000;
const OUTLIVE = 'update imports set leased_until = 0';
const seed = seedOfRun();

describe(`an import whose server is killed (CASEKEEP_TEST_SEED=${seed})`, { timeout: TIMEOUT_MS }, () => {
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
  let run: ImportRun | undefined;
  beforeEach(async () => {
    directory = await temporaryDirectory();
  });
  afterEach(async () => {
    await run?.kill();
    run = undefined;
    await directory.remove();
  });

  const crashAndResume = async (importRun: ImportRun, rows: Rows, settled: () => Promise<void>): Promise<void> => {
    const progress: number[] = [];
    const expected = importRun.expected();
    for (let round = 1; round <= ROUNDS; round += 1) {
      progress.push(await importRun.crash());
      await settled();
      expect({ seed, round, problems: await importRun.problems() }).toEqual({ seed, round, problems: [] });
      await importRun.resume();
    }
    expect(await importRun.end()).toMatchObject({ ...expected, state: 'done', unchanged: 0 });
    console.log(`killed with ${progress.join(', ')} of ${expected.rowCount} rows imported`);
    // A kill before the first portion or after the last one proves nothing.
    expect(progress[0]).toBeGreaterThan(0);
    expect(progress[0]).toBeLessThan(expected.rowCount);
    expect({ seed, problems: await importRun.problems() }).toEqual({ seed, problems: [] });
    await importRun.stop();
    expect((await contradictions(rows)).slice(0, 20)).toEqual([]);
  };

  it('goes on in SQLite where it was: every row is there exactly once', async () => {
    const rows: Rows = async (sql) => withSqlite(directory.path, (database) => database.prepare(sql).all());
    run = await ImportRun.open({
      ...{ dataDir: directory.path, random: randomFrom(seed), rowCount: ROUNDS * ROWS_PER_ROUND.sqlite, rows },
      outliveLease: async () => withSqlite(directory.path, (database) => database.exec(OUTLIVE)),
    });
    await crashAndResume(run, rows, async () => undefined);
    expect(withSqlite(directory.path, damage)).toEqual([]);
  });

  it('goes on in PostgreSQL where it was: every row is there exactly once', async () => {
    const scratch = await createScratchDatabase(inject('postgresUrl'));
    const database = await openPostgres({ url: scratch.url, connections: 2 });
    const rows: Rows = (sql) => database.reader.run(sql, []);
    run = await ImportRun.open({
      ...{ dataDir: directory.path, databaseUrl: scratch.url, random: randomFrom(seed), rows },
      rowCount: ROUNDS * ROWS_PER_ROUND.postgres,
      outliveLease: async () => {
        await database.transaction((session) => session.run(OUTLIVE, []));
      },
    });
    try {
      await crashAndResume(run, rows, () => noneWorking(rows));
    } finally {
      await run.kill();
      await database.close();
    }
    await scratch.drop();
  });
});
