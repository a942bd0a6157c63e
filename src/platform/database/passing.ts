import { DomainError } from '../../kernel/errors.ts';
import { isRetryable } from './postgres-errors.ts';

/** Whether the trouble is the database's or the disk's, and not the work's: then the same work can be done later. */
export const isPassing = (error: unknown): boolean =>
  isRetryable(error) || (error instanceof DomainError && error.kind === 'unavailable');
