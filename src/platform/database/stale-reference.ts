import { DatabaseError } from 'pg';

/** foreign_key_violation. Source: PostgreSQL manual, appendix A. */
const POSTGRES_CODE = '23503';
/** SQLITE_CONSTRAINT_FOREIGNKEY. Source: sqlite.org, result codes. */
const SQLITE_CODE = 787;

/** Whether a statement referred to something that is gone: what was remembered of it is older than the database. */
export const isStaleReference = (error: unknown): boolean => {
  if (error instanceof DatabaseError) return error.code === POSTGRES_CODE;
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_CODE;
};
