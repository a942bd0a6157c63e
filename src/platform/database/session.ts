import {
  type CompiledQuery,
  type DatabaseConnection,
  type DialectAdapter,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { RecentCases } from './recent-cases.ts';
import type { Schema } from './schema.ts';

export type Dialect = 'sqlite' | 'postgres';

export type Row = Readonly<Record<string, unknown>>;

/** Sends one statement and answers with its rows. */
export type RunStatement = (sql: string, parameters: readonly unknown[]) => Promise<Row[]>;

/** A statement about one row that waits for the commit. */
export interface DeferredStatement {
  readonly table: string;
  readonly row: number;
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

interface SessionOptions {
  /** Sends a statement that need not be kept prepared. */
  readonly runOnce?: RunStatement;
  /** Sends a statement that may take long and only reads, so that others need not wait for it. */
  readonly runAside?: RunStatement;
  readonly recentCases?: RecentCases;
}

/** Everything that one transaction, or one connection without a transaction, can do with the database. */
export class Session {
  readonly dialect: Dialect;
  /** Sends a statement that will be sent again and again; it is kept prepared. */
  readonly run: RunStatement;
  /** Cases that were read lately, where this session reads what is committed and they are kept. */
  readonly recentCases: RecentCases | undefined;
  /** The same for a statement that may take long and only reads: where this session reads what is committed, nobody waits. */
  readonly runAside: RunStatement;
  /** The same for a statement that need not be kept prepared. */
  readonly runOnceAside: RunStatement;
  readonly #runOnce: RunStatement;
  /** Whether this transaction wrote something that processes hold in memory. */
  configurationChanged = false;
  /** Whether this transaction put other cases, and another log of events, in the place of all there were. */
  everythingReplaced = false;
  readonly #deferred = new Map<string, DeferredStatement>();
  #kysely: Kysely<Schema> | undefined;
  #aside: Kysely<Schema> | undefined;

  constructor(dialect: Dialect, run: RunStatement, { runOnce = run, runAside, recentCases }: SessionOptions = {}) {
    this.dialect = dialect;
    this.run = run;
    this.#runOnce = runOnce;
    this.runAside = runAside ?? run;
    this.runOnceAside = runAside ?? runOnce;
    this.recentCases = recentCases;
  }

  /** Statements to run right before the commit, by the row they are about. */
  get deferred(): ReadonlyMap<string, DeferredStatement> {
    return this.#deferred;
  }

  /** Puts a statement off until right before the commit; it takes the place of an earlier one about the same row. */
  defer(statement: DeferredStatement): void {
    this.#deferred.set(`${statement.table} ${statement.row}`, statement);
  }

  /** Kysely over this session: for statements that are put together at run time. */
  get kysely(): Kysely<Schema> {
    this.#kysely ??= kyselyOver(this.dialect, this.#runOnce);
    return this.#kysely;
  }

  /** The same for statements that may take long and only read: searches, sorts, counts. */
  get aside(): Kysely<Schema> {
    this.#aside ??= kyselyOver(this.dialect, this.runOnceAside);
    return this.#aside;
  }
}

const adapters: Readonly<Record<Dialect, () => DialectAdapter>> = {
  sqlite: () => new TransactionalSqliteAdapter(),
  postgres: () => new PostgresAdapter(),
};

const compilers: Readonly<Record<Dialect, () => QueryCompiler>> = {
  sqlite: () => new SqliteQueryCompiler(),
  postgres: () => new PostgresQueryCompiler(),
};

/** SQLite runs DDL inside transactions, which Kysely's own adapter does not claim: a failed migration leaves nothing. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/**
 * A Kysely instance that speaks the dialect and sends its statements through `run`. It can begin transactions of its
 * own only when asked to: that is for migrations; everything else goes through `inTransaction`.
 */
export const kyselyOver = (dialect: Dialect, run: RunStatement, { transactions = false } = {}): Kysely<Schema> =>
  new Kysely<Schema>({
    dialect: {
      createAdapter: adapters[dialect],
      createDriver: () => new SingleConnectionDriver(run, transactions),
      createIntrospector: (db) => (dialect === 'sqlite' ? new SqliteIntrospector(db) : new PostgresIntrospector(db)),
      createQueryCompiler: compilers[dialect],
    },
  });

class SingleConnectionDriver implements Driver {
  readonly #run: RunStatement;
  readonly #transactions: boolean;
  readonly #connection: DatabaseConnection;

  constructor(run: RunStatement, transactions: boolean) {
    this.#run = run;
    this.#transactions = transactions;
    this.#connection = {
      // Kysely's counts of touched rows are 0 here: statements that need them have to return the rows.
      executeQuery: async <R>({ sql, parameters }: CompiledQuery) => ({ rows: (await run(sql, parameters)) as R[] }),
      streamQuery: () => {
        throw new Error('A session does not stream: read page by page.');
      },
    };
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection;
  }

  async beginTransaction(): Promise<void> {
    if (!this.#transactions) throw new Error('Begin transactions with inTransaction(ctx, …).');
    await this.#run('begin immediate', []);
  }

  async commitTransaction(): Promise<void> {
    await this.#run('commit', []);
  }

  async rollbackTransaction(): Promise<void> {
    await this.#run('rollback', []);
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {}
}
