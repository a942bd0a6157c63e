import type { DatabaseSync } from 'node:sqlite';
import { expect } from 'vitest';
import type { Rows } from './consistency.ts';

/** What SQLite itself finds wrong with the file. */
export const damage = (database: DatabaseSync): string[] => {
  const check = database.prepare('pragma integrity_check').all();
  database.exec(`insert into case_search (case_search) values ('integrity-check')`);
  return [
    ...check.filter((row) => row['integrity_check'] !== 'ok'),
    ...database.prepare('pragma foreign_key_check').all(),
  ].map((row) => JSON.stringify(row));
};

/** The server may still be finishing what the killed process sent last. */
export const noneWorking = (rows: Rows): Promise<void> =>
  expect
    .poll(
      async () =>
        (
          await rows(`select pid from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`)
        ).length,
      { timeout: 30_000 },
    )
    .toBe(0);
