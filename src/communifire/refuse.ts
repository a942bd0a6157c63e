import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { DomainError, ErrorCode } from '../kernel/errors.ts';
import { refusalOf } from '../platform/http/refusal-of.ts';
import { tellRetryAfter } from '../platform/http/retry-after.ts';
import { statusOf } from '../platform/http/status.ts';
import { refusal } from './envelope.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the fields of this route's body are called on the wire, by their names inside: for error messages. */
    readonly fieldNames?: ReadonlyMap<string, string>;
  }
}

/** Turns whatever was thrown into an envelope with an honest status; what is not a refusal is logged and not told. */
export const refuse = (error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const { status, message } = toldRefusal(error, request);
  tellRetryAfter(reply, error);
  return reply.code(status).send(refusal(message));
};

/** What is told of whatever was thrown; `frameworkMessages` has sentences of the route's own for Fastify's refusals. */
export const toldRefusal = (
  error: FastifyError | Error,
  request: FastifyRequest,
  frameworkMessages: Readonly<Partial<Record<ErrorCode, string>>> = {},
): { readonly status: number; readonly message: string } => {
  const known = refusalOf(error, frameworkMessages);
  if (known === undefined) {
    request.log.error({ err: error, req: request, requestId: request.id }, 'a request failed because of a defect');
    return { status: 500, message: 'The server failed; the failure was logged.' };
  }
  if (known.kind === 'unavailable') request.log.error({ err: known.cause, requestId: request.id }, known.message);
  return { status: statusOf[known.kind], message: messageOf(known, request.routeOptions?.config?.fieldNames) };
};

/** One sentence for each wrong field, under its name on the wire. */
const messageOf = ({ message, fields }: DomainError, wireNames?: ReadonlyMap<string, string>): string =>
  fields.length === 0
    ? message
    : fields.map(({ field, problem }) => `${wireNames?.get(field) ?? field} ${problem}.`).join(' ');
