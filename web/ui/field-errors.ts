import { CasekeepProblem } from '../../src/client/index.ts';

/** What the server says is wrong, by field, as forms show it. */
export const fieldErrors = (error: unknown): Record<string, string> =>
  error instanceof CasekeepProblem
    ? Object.fromEntries(error.errors.map(({ field, problem }) => [field, problem]))
    : {};
