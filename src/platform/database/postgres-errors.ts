import { DatabaseError } from 'pg';
import { DomainError } from '../../kernel/errors.ts';

/** serialization_failure and deadlock_detected. Source: PostgreSQL manual, appendix A. */
const RETRYABLE: ReadonlySet<string> = new Set(['40001', '40P01']);

/**
 * Classes and codes that tell of the server's state and not of a wrong statement: connection, resources, operator
 * intervention and time limits, idle transactions, a server that only reads. Source: PostgreSQL manual, appendix A.
 */
const UNAVAILABLE = /^(?:08|53|57|25P03|25006)/u;

/** Whether PostgreSQL ended the transaction because of others, so that trying again can succeed. */
export const isRetryable = (error: unknown): boolean =>
  error instanceof DatabaseError && RETRYABLE.has(error.code ?? '');

export const unavailable = (cause: unknown): DomainError => new DomainError('STORE_UNAVAILABLE', { cause });

/** Tells a database that cannot be used (STORE_UNAVAILABLE) from a statement that is wrong (a defect of ours). */
export const refuse = (error: unknown): never => {
  const wrongStatement =
    error instanceof DatabaseError && error.severity !== 'FATAL' && !UNAVAILABLE.test(error.code ?? '');
  throw wrongStatement ? error : unavailable(error);
};

/** Whatever goes wrong while a connection is made. */
export const refuseConnection = (error: unknown): never => {
  throw unavailable(error);
};
