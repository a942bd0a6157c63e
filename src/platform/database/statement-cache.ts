import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { LRUCache } from 'lru-cache';
import type { Row, RunStatement } from './session.ts';

/** How many statements a connection keeps prepared. */
const MAX_STATEMENTS = 500;

/** Runs statements on one SQLite connection, each prepared once and found again by its text. */
export const cachedStatements = (connection: DatabaseSync): RunStatement => {
  const statements = new LRUCache<string, StatementSync>({ max: MAX_STATEMENTS });
  const prepare = (sql: string): StatementSync => {
    const statement = connection.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  return async (sql, parameters) =>
    (statements.get(sql) ?? prepare(sql)).all(...parameters.map(toSqlite)) as unknown as Row[];
};

const toSqlite = (value: unknown): SQLInputValue => {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value as SQLInputValue;
};
