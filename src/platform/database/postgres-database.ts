import { DatabaseError, Pool, type PoolClient, type QueryConfig, types } from 'pg';
import { DomainError } from '../../kernel/errors.ts';
import type { Database, Work } from './database.ts';
import { migrate } from './migrate.ts';
import { CONFIGURATION_CHANNEL, listen } from './postgres-listener.ts';
import { openPostgresMigrations } from './postgres-migrations.ts';
import { type Row, type RunStatement, Session } from './session.ts';

/** How many statements are prepared on each connection; further ones are sent unprepared. */
const MAX_PREPARED = 500;

/** How often a transaction is tried again when PostgreSQL ended it because of others. */
const MAX_ATTEMPTS = 5;

/** serialization_failure and deadlock_detected. Source: PostgreSQL manual, appendix A. */
const RETRYABLE = new Set(['40001', '40P01']);

const SESSION_SETTINGS =
  '-c synchronous_commit=on -c statement_timeout=30000 -c idle_in_transaction_session_timeout=30000';

interface PostgresOptions {
  /** postgres://user:password@host:port/database */
  readonly url: string;
  /** How many connections the pool may open. */
  readonly connections: number;
  /** Is told about connections that broke while idle. */
  readonly onError?: (error: Error) => void;
}

/** Opens (and migrates) a PostgreSQL database through a pool of connections. */
export const openPostgres = async ({ url, connections, onError }: PostgresOptions): Promise<Database> => {
  await migrate('postgres', openPostgresMigrations(url));
  const pool = new Pool({
    connectionString: url,
    max: connections,
    options: SESSION_SETTINGS,
    types: { getTypeParser },
  });
  pool.on('error', (error) => onError?.(error));
  // A connection that breaks while it is lent reports that to whoever uses it, and here too.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const listeners: (() => void)[] = [];
  const announce = (): void => {
    for (const each of listeners) each();
  };
  const listener = await listen({ url, channel: CONFIGURATION_CHANNEL, onNotice: announce });
  const named = statementNames();
  return {
    dialect: 'postgres',
    reader: new Session('postgres', (sql, parameters) => readOnce(pool, named(sql, parameters))),
    transaction: (work) =>
      retried(async () => {
        const client = await pool.connect().catch(refuseConnection);
        const { value, session } = await attempt(client, named, work);
        if (session.configurationChanged) announce();
        return value;
      }),
    noticeChanges: () => {
      if (!listener.isListening()) announce();
    },
    onConfigurationChanged: (each) => listeners.push(each),
    probe: async () => void (await readOnce(pool, { text: 'select pg_current_xact_id()' })),
    close: async () => {
      await listener.close();
      await pool.end();
    },
  };
};

const readOnce = async (pool: Pool, statement: QueryConfig): Promise<Row[]> => {
  const client = await pool.connect().catch(refuseConnection);
  let broken: Error | undefined;
  try {
    return (await client.query(statement).catch(refuse)).rows as Row[];
  } catch (error) {
    if (error instanceof DomainError) broken = error;
    throw error;
  } finally {
    client.release(broken);
  }
};

const attempt = async <T>(client: PoolClient, named: NameStatement, work: Work<T>) => {
  let open = true;
  const run: RunStatement = async (sql, parameters) => {
    if (!open) throw new Error('This transaction has ended: await everything that you start inside it.');
    return (await client.query(named(sql, parameters)).catch(refuse)).rows as Row[];
  };
  const session = new Session('postgres', run);
  let broken: Error | undefined;
  try {
    await client.query('begin').catch(refuse);
    const value = await work(session);
    await client.query('commit').catch(refuse);
    return { value, session };
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure;
    });
    throw broken === undefined ? error : unavailable(error);
  } finally {
    open = false;
    client.release(broken);
  }
};

const retried = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await work();
    } catch (error) {
      const retryable = error instanceof DatabaseError && RETRYABLE.has(error.code ?? '');
      if (!retryable || attempts === MAX_ATTEMPTS) throw error;
    }
  }
};

/** Tells a database that cannot be reached (its fault) from a statement that is wrong (ours). */
const refuse = (error: unknown): never => {
  throw error instanceof DatabaseError && !isShutdown(error.code) ? error : unavailable(error);
};

const refuseConnection = (error: unknown): never => {
  throw unavailable(error);
};

/** Class 57P (operator intervention) and 53 (insufficient resources). Source: PostgreSQL manual, appendix A. */
const isShutdown = (code = ''): boolean => code.startsWith('57P') || code.startsWith('53');

const unavailable = (cause: unknown): DomainError => new DomainError('STORE_UNAVAILABLE', { cause });

type NameStatement = (sql: string, parameters: readonly unknown[]) => QueryConfig;

/** Gives each text of a statement a name under which the server keeps it prepared, up to a limit. */
const statementNames = (): NameStatement => {
  const names = new Map<string, string>();
  return (text, parameters) => {
    const values = parameters as unknown[];
    const known = names.get(text);
    if (known !== undefined) return { name: known, text, values };
    if (names.size >= MAX_PREPARED) return { text, values };
    const name = `s${names.size}`;
    names.set(text, name);
    return { name, text, values };
  };
};

/** IDs and instants are bigint in the database and stay far below 2^53, so they can be plain numbers here. */
const getTypeParser: typeof types.getTypeParser = ((oid: number, format?: 'text') =>
  oid === types.builtins.INT8 ? Number : types.getTypeParser(oid, format)) as typeof types.getTypeParser;
