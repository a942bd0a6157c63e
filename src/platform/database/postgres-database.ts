import type { Pool, PoolClient, QueryConfig } from 'pg';
import { DomainError } from '../../kernel/errors.ts';
import { keepPostgresCaseOrder } from './case-order/postgres-case-order.ts';
import type { Database, Work } from './database.ts';
import { migrate, type OnUpgrade } from './migrate.ts';
import { watchEpoch } from './postgres-epoch.ts';
import { isRetryable, refuse, refuseConnection, unavailable } from './postgres-errors.ts';
import { openPostgresMigrations } from './postgres-migrations.ts';
import { openPool } from './postgres-pool.ts';
import { type NameStatement, statementNames } from './postgres-statements.ts';
import { type Row, Session } from './session.ts';

/** How often a transaction is tried again when PostgreSQL ended it because of others. */
const MAX_ATTEMPTS = 5;

interface PostgresOptions {
  /** postgres://user:password@host:port/database */
  readonly url: string;
  /** How many connections may be opened for reading and writing. */
  readonly connections: number;
  /** Is told about connections that broke while idle. */
  readonly onError?: (error: Error) => void;
  readonly onUpgrade?: OnUpgrade | undefined;
}

/** Opens (and migrates) a PostgreSQL database through a pool of connections. */
export const openPostgres = async ({ url, connections, onError, onUpgrade }: PostgresOptions): Promise<Database> => {
  await migrate({ dialect: 'postgres', kysely: openPostgresMigrations(url), onUpgrade });
  const pool = openPool({ url, connections, onError });
  // Connections of their own: looking for changes must not wait for those who write.
  const lookingPool = openPool({ url, connections: 2, onError });
  const listeners: (() => void)[] = [];
  const announce = (): void => {
    for (const each of listeners) each();
  };
  const look = watchEpoch(lookingPool, announce);
  const caseOrder = keepPostgresCaseOrder(lookingPool);
  const named = statementNames();
  return {
    dialect: 'postgres',
    writers: connections,
    reader: new Session('postgres', (sql, parameters) => readOnce(pool, named(sql, parameters)), {
      runOnce: (text, parameters) => readOnce(pool, { text, values: [...parameters] }),
    }),
    caseOrder,
    transaction: (work) =>
      retried(async () => {
        const client = await pool.connect().catch(refuseConnection);
        const { value, session } = await attempt(client, named, work);
        if (session.configurationChanged) announce();
        if (session.everythingReplaced) caseOrder.forget();
        caseOrder.committed();
        return value;
      }),
    noticeChanges: () => look().catch(refuse),
    onConfigurationChanged: (each) => listeners.push(each),
    probe: async () => void (await readOnce(pool, { text: 'select pg_current_xact_id()' })),
    close: async () => {
      caseOrder.forget();
      await Promise.all([pool.end(), lookingPool.end()]);
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
  const send = async (statement: QueryConfig): Promise<Row[]> => {
    if (!open) throw new Error('This transaction has ended: await everything that you start inside it.');
    return (await client.query(statement).catch(refuse)).rows as Row[];
  };
  const session = new Session('postgres', (sql, parameters) => send(named(sql, parameters)), {
    runOnce: (text, parameters) => send({ text, values: [...parameters] }),
  });
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
      if (!isRetryable(error) || attempts === MAX_ATTEMPTS) throw error;
    }
  }
};
