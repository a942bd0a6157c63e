import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { DomainError, FieldProblem } from '../../../kernel/errors.ts';
import { refusalOf } from '../refusal-of.ts';
import { tellRetryAfter } from '../retry-after.ts';
import { statusOf } from '../status.ts';

/** The media type of every refusal. Source: RFC 9457 section 3. */
export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** What a refusal says. Source: RFC 9457 section 3.1; `code`, `requestId` and `errors` are extension members. */
export const Problem = Type.Object(
  {
    type: Type.String({ description: 'Identifies the kind of problem; stable.', format: 'uri-reference' }),
    title: Type.String({ description: 'The kind of problem in words.' }),
    status: Type.Integer({ description: 'The HTTP status.' }),
    detail: Type.String({ description: 'What is wrong with this request, as a sentence.' }),
    code: Type.String({ description: 'The kind of problem as a stable code, for example FIELDS_INVALID.' }),
    requestId: Type.String({ description: 'Under which name the log knows this request.' }),
    errors: Type.Optional(
      Type.Array(
        Type.Object({
          field: Type.String({ description: 'Which field; deeper ones with dots and indexes, for example tags.2.' }),
          problem: Type.String({ description: 'Completes a sentence that begins with the field.' }),
        }),
        { description: 'One entry for each wrong field, for 100 of them at the most.' },
      ),
    ),
  },
  { $id: 'Problem', additionalProperties: true, description: 'A refused request.' },
);

/** Answers whatever was thrown as a problem document; what is not a refusal is logged and not told. */
export const sendProblem = (
  error: FastifyError | Error,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply => {
  const known = refusalOf(error);
  if (known === undefined) {
    request.log.error({ err: error, req: request, requestId: request.id }, 'a request failed because of a defect');
  } else if (known.kind === 'unavailable') {
    request.log.error({ err: known.cause, requestId: request.id }, known.message);
  }
  tellRetryAfter(reply, error);
  // Source: RFC 9110 section 11.6.1, RFC 6750 section 3.
  if (known?.kind === 'unauthenticated') reply.header('www-authenticate', 'Bearer realm="Casekeep"');
  const told = known === undefined ? defect : problemOf(known);
  return reply
    .code(told.status)
    .type(PROBLEM_TYPE)
    .send({ ...told, requestId: request.id });
};

const typeOf = (code: string): string => `urn:casekeep:problem:${code.toLowerCase().replaceAll('_', '-')}`;

const defect = {
  type: typeOf('DEFECT'),
  title: 'The server failed.',
  status: 500,
  detail: 'The server failed; the failure was logged.',
  code: 'DEFECT',
};

/** The problem document of a refusal, but for the request's ID. */
export const problemOf = ({ code, kind, title, message, fields, details }: DomainError) => ({
  type: typeOf(code),
  title,
  status: statusOf[kind],
  detail: fields.length === 0 ? message : sentencesOf(fields),
  code,
  ...(fields.length === 0 ? {} : { errors: fields.slice(0, MOST_ERRORS) }),
  ...details,
});

/** How many wrong fields one answer names, and how many of them in a sentence. */
const MOST_ERRORS = 100;
const MOST_SENTENCES = 10;

const sentencesOf = (fields: readonly FieldProblem[]): string => {
  const sentences = fields
    .slice(0, MOST_SENTENCES)
    .map(({ field, problem }) => `${field} ${problem}${problem.endsWith('?') ? '' : '.'}`);
  const others = fields.length - sentences.length;
  return [...sentences, ...(others > 0 ? [`${others} more fields are wrong.`] : [])].join(' ');
};
