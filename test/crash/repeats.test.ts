import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { openPostgres } from '../../src/platform/database/postgres-database.ts';
import { temporaryDirectory } from '../support/program.ts';
import { createScratchDatabase } from '../support/scratch-postgres.ts';
import { contradictions, type Rows } from './consistency.ts';
import { damage, noneWorking } from './database-state.ts';
import { randomFrom, seedOfRun } from './random.ts';
import { RepeatingRun } from './repeating-run.ts';
import { withSqlite } from './with-sqlite.ts';

/** How often the server is killed on each database; CASEKEEP_TEST_CRASH_ROUNDS for a longer look. */
const ROUNDS = Number(process.env['CASEKEEP_TEST_CRASH_ROUNDS'] ?? 3);
const MOST_ROUNDS = ROUNDS * 5;
const TIMEOUT_MS = 120_000 + MOST_ROUNDS * 20_000;
const seed = seedOfRun();

describe(`writes with idempotency keys, repeated until answered (CASEKEEP_TEST_SEED=${seed})`, () => {
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
  let run: RepeatingRun | undefined;
  beforeEach(async () => {
    directory = await temporaryDirectory();
  });
  afterEach(async () => {
    await run?.end();
    run = undefined;
    await directory.remove();
  });

  const crashRepeatedly = async (repeatingRun: RepeatingRun, rows: Rows, before: () => Promise<void>) => {
    // Whether a kill meets a write between its commit and its answer is chance: a few may all miss.
    const isLucky = () => repeatingRun.count('rescued') > 0;
    for (let round = 1; round <= ROUNDS || (!isLucky() && round <= MOST_ROUNDS); round += 1) {
      await repeatingRun.crash();
      await before();
      const problems = (await repeatingRun.problems(rows)).slice(0, 20);
      expect({ seed, round, problems }).toEqual({ seed, round, problems: [] });
    }
    await repeatingRun.stop();
    expect((await contradictions(rows)).slice(0, 20)).toEqual([]);
    const [answered, repeats, rescued] = (['answered', 'repeats', 'rescued'] as const).map((what) =>
      repeatingRun.count(what),
    );
    expect(repeatingRun.interrupted).toBeGreaterThan(ROUNDS);
    expect(rescued).toBeGreaterThan(0);
    console.log(
      `${ROUNDS} kills: ${answered} writes, ${repeatingRun.interrupted} interrupted, ` +
        `${rescued} done without an answer, ${repeats} repeats of answered ones`,
    );
  };

  it('are there exactly once in SQLite, whenever the process is killed, and repeats answer the same', {
    timeout: TIMEOUT_MS,
  }, async () => {
    run = await RepeatingRun.open({ dataDir: directory.path, random: randomFrom(seed) });
    const rows: Rows = async (sql) => withSqlite(directory.path, (database) => database.prepare(sql).all());
    await crashRepeatedly(run, rows, async () => undefined);
    expect(withSqlite(directory.path, damage)).toEqual([]);
  });

  it('are there exactly once in PostgreSQL, whenever the process is killed, and repeats answer the same', {
    timeout: TIMEOUT_MS,
  }, async () => {
    const scratch = await createScratchDatabase(inject('postgresUrl'));
    run = await RepeatingRun.open({ dataDir: directory.path, databaseUrl: scratch.url, random: randomFrom(seed) });
    const database = await openPostgres({ url: scratch.url, connections: 2 });
    const rows: Rows = (sql) => database.reader.run(sql, []);
    await crashRepeatedly(run, rows, () => noneWorking(rows)).finally(() => database.close());
    await scratch.drop();
  });
});
