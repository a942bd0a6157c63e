import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Client } from 'pg';
import { openPlatform } from '../src/app/open-platform.ts';
import { updateCases } from '../src/features/cases/bulk/update-cases.ts';
import type { CaseChanges } from '../src/features/cases/case.ts';
import { Context } from '../src/platform/context.ts';
import { recording } from './recording.ts';
import type { DatabaseSettings } from './test-bed.ts';

/** A statement with its values, as it was sent. */
export interface SentStatement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

interface BulkUpdate {
  readonly caseIds: readonly number[];
  readonly changes: CaseChanges;
}

/** As many cases as the program puts into one transaction. */
const PORTION = 100;

const actor = { userId: 1, keyId: 1, door: 'v1' } as const;

/** The statements of each transaction with which the program changes the cases; they are changed in doing so. */
export const recordStatements = async (
  settings: DatabaseSettings,
  { caseIds, changes }: BulkUpdate,
): Promise<SentStatement[][]> => {
  const platform = await openPlatform({ settings });
  const transactions: SentStatement[][] = [];
  const sent: SentStatement[] = [];
  const ctx = new Context(
    recording(platform, (sql, parameters) => sent.push({ sql, parameters })),
    actor,
  );
  for (let start = 0; start < caseIds.length; start += PORTION) {
    const portion = caseIds.slice(start, start + PORTION);
    await ctx.inTransaction((tx) => updateCases(tx, { caseIds: portion, mode: 'per-case', changes }));
    transactions.push(sent.splice(0));
  }
  await platform.database.close();
  return transactions;
};

/** Sends the statements with nothing around them, and answers how long that took, in seconds. */
export const replay = (settings: DatabaseSettings, transactions: readonly SentStatement[][]): Promise<number> =>
  settings.databaseUrl === undefined
    ? replayOnSqlite(join(settings.dataDir, 'casekeep.db'), transactions)
    : replayOnPostgres(settings.databaseUrl, transactions);

const replayOnSqlite = async (file: string, transactions: readonly SentStatement[][]): Promise<number> => {
  const database = new DatabaseSync(file);
  database.exec('pragma journal_mode = wal; pragma synchronous = full');
  const prepared = new Map<string, ReturnType<typeof database.prepare>>();
  const statement = (sql: string) => {
    const known = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
  const startedAt = performance.now();
  for (const statements of transactions) {
    database.exec('begin immediate');
    for (const { sql, parameters } of statements) statement(sql).all(...(parameters as SQLInputValue[]));
    database.exec('commit');
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  database.close();
  return seconds;
};

const replayOnPostgres = async (url: string, transactions: readonly SentStatement[][]): Promise<number> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  const names = new Map<string, string>();
  const nameOf = (sql: string): string => {
    const known = names.get(sql) ?? `s${names.size}`;
    names.set(sql, known);
    return known;
  };
  const startedAt = performance.now();
  for (const statements of transactions) {
    await client.query('begin');
    for (const { sql, parameters } of statements) {
      await client.query({ name: nameOf(sql), text: sql, values: [...parameters] });
    }
    await client.query('commit');
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  await client.end();
  return seconds;
};
