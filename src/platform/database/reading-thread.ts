// Runs statements that only read, on a connection and a thread of its own: a search or a sort of a million cases takes
// milliseconds up to a second, and would stop the event loop for as long.

import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { cachedStatements } from './statement-cache.ts';

/** Which database. */
export interface ReadingThreadOptions {
  readonly file: string;
}

/** One statement, by a number that its answer bears. */
export interface ReadingOrder {
  readonly number: number;
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** The rows, or what went wrong. */
export type ReadingAnswer = { readonly number: number } & (
  | { readonly rows: Awaited<ReturnType<ReturnType<typeof cachedStatements>>> }
  | { readonly error: unknown }
);

/** How long to wait for a lock, in milliseconds: this thread has time. */
const BUSY_TIMEOUT_MS = 5_000;

const { file } = workerData as ReadingThreadOptions;
const connection = new DatabaseSync(file, { readOnly: true, timeout: BUSY_TIMEOUT_MS });
const run = cachedStatements(connection);

const answerTo = async ({ number, sql, parameters }: ReadingOrder): Promise<ReadingAnswer> => {
  try {
    return { number, rows: await run(sql, parameters) };
  } catch (error) {
    return { number, error };
  }
};

parentPort?.on('message', async (order: ReadingOrder | 'end') => {
  if (order === 'end') {
    connection.close();
    parentPort?.close();
  } else parentPort?.postMessage(await answerTo(order));
});
