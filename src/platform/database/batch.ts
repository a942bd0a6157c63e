import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { DomainError } from '../../kernel/errors.ts';
import type { Work } from './database.ts';
import { type DeferredStatement, type RunStatement, Session } from './session.ts';

/** How long the transactions of one batch may take, in milliseconds: all others wait for them. */
const WORK_TIMEOUT_MS = 30_000;
/** How long what they have put off may keep all others from reading, in milliseconds. */
const TURN_MS = 20;

interface Job {
  readonly work: Work<unknown>;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

/** Transactions that share one flush. */
export type Batch = Job[];

interface Outcome {
  readonly session: Session;
  readonly failed: boolean;
  readonly answer: () => void;
}

interface BatchOutcome {
  /** To be called after the flush. */
  readonly answers: readonly (() => void)[];
  readonly configurationChanged: boolean;
}

/** Executes the members of a batch inside the open transaction, each in a savepoint, and what they put off. */
export const runBatch = async (connection: DatabaseSync, run: RunStatement, batch: Batch): Promise<BatchOutcome> => {
  const outcomes: Outcome[] = [];
  const limit = timeLimit();
  try {
    for (const job of batch) outcomes.push(await attempt(connection, run, job, limit.exceeded));
  } finally {
    limit.lift();
  }
  await runInTurns(run, inOrder(outcomes));
  return {
    answers: outcomes.map(({ answer }) => answer),
    configurationChanged: outcomes.some(({ session, failed }) => !failed && session.configurationChanged),
  };
};

/** Requests that only read are served in between. */
const runInTurns = async (run: RunStatement, statements: readonly DeferredStatement[]): Promise<void> => {
  let turnEnds = performance.now() + TURN_MS;
  for (const { sql, parameters } of statements) {
    if (performance.now() > turnEnds) {
      await nextTurn();
      turnEnds = performance.now() + TURN_MS;
    }
    await run(sql, parameters);
  }
};

const tooLong = (): DomainError =>
  new DomainError('STORE_UNAVAILABLE', { cause: new Error('The transactions of a batch took too long.') });

/** Work that waits for something that never comes would keep everybody else from writing. */
const timeLimit = () => {
  const { promise: exceeded, reject } = Promise.withResolvers<never>();
  exceeded.catch(() => undefined);
  const timer = setTimeout(() => reject(tooLong()), WORK_TIMEOUT_MS);
  return { exceeded, lift: () => clearTimeout(timer) };
};

const attempt = async (
  connection: DatabaseSync,
  run: RunStatement,
  job: Job,
  timeout: Promise<never>,
): Promise<Outcome> => {
  let open = true;
  const session = new Session('sqlite', (sql, parameters) => {
    if (!open) throw new Error('This transaction has ended: await everything that you start inside it.');
    return run(sql, parameters);
  });
  await run('savepoint member', []);
  try {
    const value = await Promise.race([job.work(session), timeout]);
    open = false;
    await run('release member', []);
    return { session, failed: false, answer: () => job.resolve(value as never) };
  } catch (error) {
    open = false;
    // SQLite ends the whole transaction by itself when the disk is full or fails: then nobody's work is kept.
    if (!connection.isTransaction) throw error;
    await run('rollback to member', []);
    await run('release member', []);
    return { session, failed: true, answer: () => job.reject(error) };
  }
};

/** What the members put off, once for each row, the last word of the last member, in ascending order. */
const inOrder = (outcomes: readonly Outcome[]): DeferredStatement[] => {
  const byRow = new Map(outcomes.flatMap(({ session, failed }) => (failed ? [] : [...session.deferred])));
  return [...byRow.values()].sort((one, other) => one.table.localeCompare(other.table) || one.row - other.row);
};
