import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { openPostgres } from '../../src/platform/database/postgres-database.ts';
import { temporaryDirectory } from '../support/program.ts';
import { createScratchDatabase } from '../support/scratch-postgres.ts';
import type { Rows } from './consistency.ts';
import { CrashRun } from './crash-run.ts';
import { damage, noneWorking } from './database-state.ts';
import { randomFrom, seedOfRun } from './random.ts';

/*
 * Proven here: whatever moment the process dies at, nothing it acknowledged is missing and nothing contradicts anything
 * else. Not proven here: that the disk keeps it when the machine loses power, because what a killed process has written
 * lives on in the system's page cache, flushed or not. That commits are flushed follows from the settings that
 * group-commit.test.ts reads from the writing connection; strace shows one fsync or more for each batch.
 */

const TIMEOUT_MS = 400_000;
const seed = seedOfRun();

describe(`a process killed under the load of 32 connections (CASEKEEP_TEST_SEED=${seed})`, () => {
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
  let run: CrashRun | undefined;
  beforeEach(async () => {
    directory = await temporaryDirectory();
  });
  afterEach(async () => {
    await run?.end();
    run = undefined;
    await directory.remove();
  });

  /** Kills and restarts, on the same database, so that damage would add up. */
  const crashRepeatedly = async (crashRun: CrashRun, times: number, check: () => Promise<string[]>): Promise<void> => {
    for (let round = 1; round <= times; round += 1) {
      await crashRun.crash();
      await crashRun.start();
      expect({ seed, round, problems: (await check()).slice(0, 20) }).toEqual({ seed, round, problems: [] });
    }
    await crashRun.stop();
    expect(crashRun.interrupted).toBeGreaterThan(times);
    expect(crashRun.acknowledgements).toBeGreaterThan(times * 32);
    console.log(`${crashRun.acknowledgements} acknowledged writes, ${crashRun.interrupted} interrupted ones`);
  };

  it('keeps every acknowledged write in SQLite, 20 times, and everything fits together', {
    timeout: TIMEOUT_MS,
  }, async () => {
    const crashRun = await CrashRun.open({ dataDir: directory.path, random: randomFrom(seed) });
    run = crashRun;
    await crashRepeatedly(crashRun, 20, async () => {
      // A new connection each time: on one that has read the search index before, `integrity_check` compares it with
      // what FTS5 remembers of its structure, and finds "corruption" that is none (SQLite 3.53).
      const database = new DatabaseSync(join(directory.path, 'casekeep.db'), { timeout: 5_000 });
      try {
        return [...damage(database), ...(await crashRun.problems(async (sql) => database.prepare(sql).all()))];
      } finally {
        database.close();
      }
    });
  });

  it('keeps every acknowledged write in PostgreSQL, 5 times, and everything fits together', {
    timeout: TIMEOUT_MS,
  }, async () => {
    const scratch = await createScratchDatabase(inject('postgresUrl'));
    const crashRun = await CrashRun.open({
      dataDir: directory.path,
      databaseUrl: scratch.url,
      random: randomFrom(seed),
    });
    run = crashRun;
    const database = await openPostgres({ url: scratch.url, connections: 2 });
    const rows: Rows = (sql) => database.reader.run(sql, []);
    const check = async (): Promise<string[]> => {
      await noneWorking(rows);
      return crashRun.problems(rows);
    };
    await crashRepeatedly(crashRun, 5, check).finally(() => database.close());
    await scratch.drop();
  });
});
