import type { FastifyError } from 'fastify';
import { DomainError, type ErrorCode } from '../../kernel/errors.ts';

/** Fastify's own refusals in the terms of ours. Source: fastify.dev, reference, errors. */
const frameworkErrors: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'BODY_TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'CONTENT_TYPE_UNSUPPORTED',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'REQUEST_MALFORMED',
  FST_ERR_BAD_URL: 'REQUEST_MALFORMED',
  FST_ERR_MAX_PARAM_LENGTH: 'ROUTE_NOT_FOUND',
  FST_ERR_ASYNC_CONSTRAINT: 'REQUEST_MALFORMED',
};

/** What they say where the catalogue does not know what would be right. */
const usualMessages: Readonly<Partial<Record<ErrorCode, string>>> = {
  CONTENT_TYPE_UNSUPPORTED: 'The request body must be JSON, sent with Content-Type: application/json.',
};

/**
 * Whatever was thrown as a refusal of ours, or undefined when it is a defect. `messages` has sentences of the route's
 * own for Fastify's refusals.
 */
export const refusalOf = (
  error: FastifyError | Error,
  messages: Readonly<Partial<Record<ErrorCode, string>>> = {},
): DomainError | undefined => {
  if (error instanceof DomainError) return error;
  if (!('code' in error)) return undefined;
  const code = isCutOff(error) ? 'REQUEST_MALFORMED' : (frameworkErrors[error.code] ?? otherFrameworkError(error));
  const message = code && (messages[code] ?? usualMessages[code]);
  return code && new DomainError(code, message === undefined ? {} : { message });
};

/** What Fastify blames on the client and we have no name for. */
const otherFrameworkError = ({ code, statusCode = 500 }: FastifyError): ErrorCode | undefined =>
  code.startsWith('FST_') && statusCode >= 400 && statusCode < 500 ? 'REQUEST_MALFORMED' : undefined;

/** Whether the client went away in the middle of its body: Fastify gives the error of its stream a status. */
const isCutOff = ({ code, statusCode }: FastifyError): boolean => code === 'ECONNRESET' && statusCode === 400;
