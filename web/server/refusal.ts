import { CasekeepProblem } from '../../src/client/index.ts';

/** Whether nobody is signed in any more. */
export const isSignedOut = (error: unknown): boolean => error instanceof CasekeepProblem && error.status === 401;

/** Whether what was asked for is not there, or not for whoever asks. */
export const isMissing = (error: unknown): boolean => error instanceof CasekeepProblem && error.status === 404;

/** Whether what was sent along is of no use to the server. */
export const isRefusedField = (error: unknown): boolean =>
  error instanceof CasekeepProblem && error.code === 'FIELDS_INVALID';

/** Whether the server could not be reached at all. */
export const isUnreachable = (error: unknown): boolean => error instanceof TypeError || error instanceof DOMException;
