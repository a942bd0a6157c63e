import type { ErrorKind } from '../../kernel/errors.ts';

/** The HTTP status for each kind of refusal. Source: communifire-api.md section 1, errors; RFC 9110 section 15. */
export const statusOf: Readonly<Record<ErrorKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  method: 405,
  conflict: 409,
  precondition: 412,
  unprocessable: 422,
  tooLarge: 413,
  wrongType: 415,
  beyond: 416,
  tooMany: 429,
  unavailable: 503,
};
