import type { DatabaseSync } from 'node:sqlite';
import { DomainError } from '../../kernel/errors.ts';
import type { Work } from './database.ts';
import { type DeferredStatement, type RunStatement, Session } from './session.ts';

/** How many transactions share one flush at the most, so that the first of them does not wait for too many others. */
const MAX_BATCH = 256;

/** What a finished batch tells: how many transactions shared the flush and whether any changed the configuration. */
export interface FinishedBatch {
  readonly size: number;
  readonly configurationChanged: boolean;
}

interface Job {
  readonly work: Work<unknown>;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

interface Outcome {
  readonly session: Session;
  readonly failed: boolean;
  readonly answer: () => void;
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
  #queue: Job[] = [];
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

  async #flush(batch: readonly Job[]): Promise<void> {
    await this.#run('begin immediate', []);
    const outcomes: Outcome[] = [];
    for (const job of batch) outcomes.push(await this.#attempt(job));
    for (const { sql, parameters } of inOrder(outcomes)) await this.#run(sql, parameters);
    await this.#run('commit', []);
    this.#onBatch({
      size: batch.length,
      configurationChanged: outcomes.some(({ session, failed }) => !failed && session.configurationChanged),
    });
    for (const { answer } of outcomes) answer();
  }

  async #attempt(job: Job): Promise<Outcome> {
    let open = true;
    const session = new Session('sqlite', (sql, parameters) => {
      if (!open) throw new Error('This transaction has ended: await everything that you start inside it.');
      return this.#run(sql, parameters);
    });
    await this.#run('savepoint member', []);
    try {
      const value = await job.work(session);
      open = false;
      await this.#run('release member', []);
      return { session, failed: false, answer: () => job.resolve(value as never) };
    } catch (error) {
      open = false;
      // SQLite ends the whole transaction by itself when the disk is full or fails: then nobody's work is kept.
      if (!this.#connection.isTransaction) throw error;
      await this.#run('rollback to member', []);
      await this.#run('release member', []);
      return { session, failed: true, answer: () => job.reject(error) };
    }
  }

  #abandon(): void {
    if (this.#connection.isTransaction) this.#connection.exec('rollback');
    // What was loaded from the lost batch must not be remembered.
    this.#onBatch({ size: 0, configurationChanged: true });
  }
}

/** What the members of a batch put off, once for each subject, the last word of the last member, in ascending order. */
const inOrder = (outcomes: readonly Outcome[]): DeferredStatement[] => {
  const bySubject = new Map(outcomes.flatMap(({ session, failed }) => (failed ? [] : [...session.deferred])));
  return [...bySubject].sort(([one], [other]) => one - other).map(([, statement]) => statement);
};

/** Lets everything that has arrived meanwhile queue up before the batch is closed. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
