import { Pool, types } from 'pg';

/** How long to wait for a connection, a new one or one that others give back, in milliseconds. */
const CONNECTION_TIMEOUT_MS = 10_000;

const SESSION_SETTINGS =
  '-c synchronous_commit=on -c statement_timeout=10000 -c idle_in_transaction_session_timeout=30000';

interface PoolOptions {
  /** postgres://user:password@host:port/database */
  readonly url: string;
  /** How many connections the pool may open. */
  readonly connections: number;
  /** Is told about connections that broke while idle. */
  readonly onError?: ((error: Error) => void) | undefined;
}

/** A pool whose connections flush every commit and give up statements and transactions that stand still. */
export const openPool = ({ url, connections, onError }: PoolOptions): Pool => {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    options: SESSION_SETTINGS,
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
    keepAlive: true,
    types: { getTypeParser },
  });
  pool.on('error', (error) => onError?.(error));
  // A connection that breaks while it is lent tells whoever uses it; unheard, the event would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
};

/** IDs and instants are bigint in the database and stay far below 2^53, so they can be plain numbers here. */
const getTypeParser: typeof types.getTypeParser = ((oid: number, format?: 'text') =>
  oid === types.builtins.INT8 ? Number : types.getTypeParser(oid, format)) as typeof types.getTypeParser;
