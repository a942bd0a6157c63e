import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { DomainError, type ErrorCode } from '../kernel/errors.ts';
import { statusOf } from '../platform/http/status.ts';
import { refusal } from './envelope.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the fields of this route's body are called on the wire, by their names inside: for error messages. */
    readonly fieldNames?: ReadonlyMap<string, string>;
  }
}

/** Fastify's own refusals in the terms of ours. Source: fastify.dev, reference, errors. */
const frameworkErrors: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'BODY_TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'CONTENT_TYPE_UNSUPPORTED',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'REQUEST_MALFORMED',
  FST_ERR_BAD_URL: 'REQUEST_MALFORMED',
  FST_ERR_MAX_PARAM_LENGTH: 'ROUTE_NOT_FOUND',
  FST_ERR_ASYNC_CONSTRAINT: 'REQUEST_MALFORMED',
};

/** Turns whatever was thrown into an envelope with an honest status; what is not a refusal is logged and not told. */
export const refuse = (error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const { status, message } = toldRefusal(error, request);
  return reply.code(status).send(refusal(message));
};

/** What is told of whatever was thrown; `frameworkMessages` has sentences of the route's own for Fastify's refusals. */
export const toldRefusal = (
  error: FastifyError | Error,
  request: FastifyRequest,
  frameworkMessages: Readonly<Partial<Record<ErrorCode, string>>> = {},
): { readonly status: number; readonly message: string } => {
  const known = asDomainError(error, frameworkMessages);
  if (known === undefined) {
    request.log.error({ err: error, req: request, requestId: request.id }, 'a request failed because of a defect');
    return { status: 500, message: 'The server failed; the failure was logged.' };
  }
  if (known.kind === 'unavailable') request.log.error({ err: known.cause, requestId: request.id }, known.message);
  return { status: statusOf[known.kind], message: messageOf(known, request.routeOptions?.config?.fieldNames) };
};

const asDomainError = (
  error: FastifyError | Error,
  messages: Readonly<Partial<Record<ErrorCode, string>>>,
): DomainError | undefined => {
  if (error instanceof DomainError) return error;
  if (!('code' in error)) return undefined;
  const code = isCutOff(error) ? 'REQUEST_MALFORMED' : (frameworkErrors[error.code] ?? otherFrameworkError(error));
  const message = code && messages[code];
  return code && new DomainError(code, message === undefined ? {} : { message });
};

/** What Fastify blames on the client and we have no name for. */
const otherFrameworkError = ({ code, statusCode = 500 }: FastifyError): ErrorCode | undefined =>
  code.startsWith('FST_') && statusCode >= 400 && statusCode < 500 ? 'REQUEST_MALFORMED' : undefined;

/** Whether the client went away in the middle of its body: Fastify gives the error of its stream a status. */
const isCutOff = ({ code, statusCode }: FastifyError): boolean => code === 'ECONNRESET' && statusCode === 400;

/** One sentence for each wrong field, under its name on the wire. */
const messageOf = ({ message, fields }: DomainError, wireNames?: ReadonlyMap<string, string>): string =>
  fields.length === 0
    ? message
    : fields.map(({ field, problem }) => `${wireNames?.get(field) ?? field} ${problem}.`).join(' ');
