import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { DomainError } from '../../kernel/errors.ts';
import { type Batch, runBatch } from './batch.ts';
import type { Work } from './database.ts';
import type { RunStatement } from './session.ts';

/** How many transactions share one flush at the most, so that the first of them does not wait for too many others. */
const MAX_BATCH = 256;

/** How long to try when another process is writing, and how long to wait between, in milliseconds. */
const BUSY_TIMEOUT_MS = 5_000;
const BUSY_RETRY_MS = 10;

/** SQLITE_BUSY. Source: sqlite.org, result codes. */
const SQLITE_BUSY = 5;

/** What a finished batch tells: how many transactions shared the flush and whether any changed the configuration. */
export interface FinishedBatch {
  readonly size: number;
  readonly configurationChanged: boolean;
}

/**
 * Group commit on the one writing connection: transactions that wait for the disk together are executed back to back
 * inside one SQLite transaction, each in its own savepoint, and committed with one flush. One that fails rolls back
 * alone; everybody is answered only after the flush.
 */
export class GroupCommit {
  readonly #connection: DatabaseSync;
  readonly #run: RunStatement;
  readonly #onBatch: (batch: FinishedBatch) => void;
  #queue: Batch = [];
  #busy: Promise<void> | undefined;

  constructor(connection: DatabaseSync, run: RunStatement, onBatch: (batch: FinishedBatch) => void) {
    this.#connection = connection;
    this.#run = run;
    this.#onBatch = onBatch;
  }

  /** Queues the work for the next batch; answers after its flush. */
  submit<T>(work: Work<T>): Promise<T> {
    const answer = Promise.withResolvers<T>();
    this.#queue.push({ work, resolve: answer.resolve as (value: never) => void, reject: answer.reject });
    this.#busy ??= this.#flushAll();
    return answer.promise;
  }

  /** Waits until nothing is queued. */
  async drain(): Promise<void> {
    while (this.#busy !== undefined) await this.#busy;
  }

  async #flushAll(): Promise<void> {
    while (this.#queue.length > 0) {
      await nextTurn();
      const batch = this.#queue.splice(0, MAX_BATCH);
      try {
        await this.#flush(batch);
      } catch (cause) {
        this.#abandon();
        for (const job of batch) job.reject(new DomainError('STORE_UNAVAILABLE', { cause }));
      }
    }
    this.#busy = undefined;
  }

  async #flush(batch: Batch): Promise<void> {
    await this.#begin();
    const { answers, configurationChanged } = await runBatch(this.#connection, this.#run, batch);
    await this.#run('commit', []);
    this.#onBatch({ size: batch.length, configurationChanged });
    for (const answer of answers) answer();
  }

  /** Another process may be writing: SQLite's own waiting would stop the event loop. */
  async #begin(): Promise<void> {
    const deadline = performance.now() + BUSY_TIMEOUT_MS;
    for (;;) {
      try {
        await this.#run('begin immediate', []);
        return;
      } catch (error) {
        if (!isBusy(error) || performance.now() > deadline) throw error;
      }
      await sleep(BUSY_RETRY_MS);
    }
  }

  #abandon(): void {
    try {
      if (this.#connection.isTransaction) this.#connection.exec('rollback');
    } finally {
      // What was loaded from the lost batch must not be remembered.
      this.#onBatch({ size: 0, configurationChanged: true });
    }
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && Number(error.errcode) % 256 === SQLITE_BUSY;

/** Lets everything that has arrived meanwhile queue up before the batch is closed. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
