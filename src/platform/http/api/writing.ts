import type { FastifyReply, FastifyRequest } from 'fastify';
import { type TObject, type TSchema, Type } from 'typebox';
import { invalidField } from '../../../kernel/errors.ts';
import type { Context } from '../../context.ts';
import { rehearse } from '../../rehearse.ts';
import { contextOf } from '../request-context.ts';
import { answerOnce } from './idempotency.ts';
import { idempotencyKeyOf } from './idempotency-key.ts';
import { type KeptAnswer, keptAnswer } from './kept-answer.ts';
import {
  type Operation,
  type OperationRequest,
  type OperationRoute,
  operationRequest,
  routeOptions,
  statusOfSuccess,
} from './operation.ts';
import { asItIs } from './reading-written.ts';

/** The parameter of every write. */
const dryRunParameter = {
  dryRun: Type.Optional(
    Type.Boolean({ description: 'Makes all checks and answers what would be the case, but changes nothing.' }),
  ),
};

/** The preference that means the same as the parameter; an empty value is the same as none. Source: RFC 7240 section 2. */
const DRY_RUN = /(?:^|[,;\s])dry-?run\s*(?:=\s*"?([^",;\s]*)"?)?\s*(?:$|[,;])/iu;
const MEANT_VALUES = new Set(['', 'true']);

interface WritingOperation<Params extends TSchema, Query extends TSchema, Body extends TSchema, Answer extends TSchema>
  extends Operation<Params, Query, Body, Answer> {
  /** Checks that come before the transaction, because their own writes are to stay: in trials and repeats, too. */
  readonly before?: (request: OperationRequest<Params, Query, Body>) => Promise<void>;
}

/**
 * An operation that changes something. With a dry run it changes nothing; with an idempotency key its repeats answer
 * what the first one answered. All it does is one transaction.
 */
export const writing = <
  Params extends TSchema = TSchema,
  Query extends TObject = TObject,
  Body extends TSchema = TSchema,
  Answer extends TSchema = TSchema,
>(
  operation: WritingOperation<Params, Query, Body, Answer>,
): OperationRoute => {
  const query = withDryRun(operation.query);
  const perform = async (ctx: Context, request: FastifyRequest): Promise<KeptAnswer> => {
    const headers: Record<string, string> = {};
    const answer = await operation.handler(operationRequest(request, ctx, headers));
    const status = operation.isPending?.(answer) === true ? 202 : statusOfSuccess(operation);
    return keptAnswer(status, headers, answer);
  };
  return {
    ...routeOptions({ ...operation, query }, true),
    handler: async (request, reply) => {
      await operation.before?.(operationRequest(request, contextOf(request), {}));
      return sendKept(reply, await performSafely(request, perform));
    },
  };
};

/** The parameters of an operation that changes something. */
export const withDryRun = <Query extends TObject>(query: Query | undefined) =>
  Type.Object({ ...query?.properties, ...dryRunParameter }, { additionalProperties: false });

/** Does the work once for each idempotency key, or only in trial. `content` stands for a body that is not JSON. */
export const performSafely = async (
  request: FastifyRequest,
  perform: (ctx: Context, request: FastifyRequest) => Promise<KeptAnswer>,
  content?: string,
): Promise<KeptAnswer> => {
  if (isDryRun(request)) return answerRehearsed(contextOf(request), (tx) => perform(tx, request));
  return performOnce(request, perform, content);
};

/** Does the work once for each idempotency key. */
export const performOnce = async (
  request: FastifyRequest,
  perform: (ctx: Context, request: FastifyRequest) => Promise<KeptAnswer>,
  content?: string,
): Promise<KeptAnswer> => {
  const ctx = contextOf(request);
  const key = idempotencyKeyOf(request, content);
  return key === undefined ? perform(ctx, request) : answerOnce(ctx, key, (tx) => perform(tx, request));
};

/** What the work would answer; all that it wrote is taken back, and nothing is at its address. */
export const answerRehearsed = async (
  ctx: Context,
  perform: (tx: Context) => Promise<KeptAnswer>,
): Promise<KeptAnswer> => {
  const { headers, ...answer } = await rehearse(ctx, perform);
  const { location: _nowhere, ...others } = headers;
  return { ...answer, headers: { ...others, 'preference-applied': 'dry-run' } };
};

/** Whether the request asks only what would be. Throws FIELDS_INVALID when that cannot be told. */
export const isDryRun = ({ query, headers }: FastifyRequest): boolean =>
  (query as { dryRun?: boolean }).dryRun === true || prefersDryRun(String(headers['prefer'] ?? ''));

const prefersDryRun = (preferences: string): boolean => {
  const preference = DRY_RUN.exec(preferences);
  if (preference === null) return false;
  if (MEANT_VALUES.has((preference[1] ?? '').toLowerCase())) return true;
  throw invalidField('Prefer', 'must be "dry-run" without a value to ask for a dry run');
};

/** Throws FIELDS_INVALID when the request asks only what would be, of an operation that cannot tell. */
export const requireNoDryRun = (request: FastifyRequest): void => {
  if (isDryRun(request)) throw invalidField('Prefer', 'must not ask for a dry run: there is none here');
};

/** Sends an answer that is JSON already. */
export const sendKept = (reply: FastifyReply, { status, headers, body }: KeptAnswer): FastifyReply => {
  reply.code(status).headers(headers);
  return body === null ? reply.send() : reply.type('application/json; charset=utf-8').serializer(asItIs).send(body);
};
