import type { FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import { type Static, type TSchema, Type } from 'typebox';
import type { ErrorCode } from '../../../kernel/errors.ts';
import type { Context } from '../../context.ts';
import { isAtHand } from '../if-none-match.ts';
import { contextOf } from '../request-context.ts';
import type { AnswerHeader, RequestHeader } from './documented-headers.ts';

/** A request as the schemas of its operation promise it. */
export interface OperationRequest<Params extends TSchema, Query extends TSchema, Body extends TSchema> {
  /** Who asks; of a write with an idempotency key, in the transaction that also keeps the answer. */
  readonly ctx: Context;
  readonly params: Static<Params>;
  readonly query: Static<Query>;
  readonly body: Static<Body>;
  readonly request: FastifyRequest;
  /** The headers of the answer, to be added to. */
  readonly headers: Record<string, string>;
}

/** What the documentation says of an operation, and what Fastify checks. */
export interface OperationDescription {
  /** Its name in the documentation and in clients, for example `updateCase`. */
  readonly id: string;
  /** The group it belongs to, for example `Cases`. */
  readonly tag: string;
  /** What it does, in one line that ends without a full stop. */
  readonly summary: string;
  readonly description?: string;
  readonly params?: TSchema;
  readonly query?: TSchema;
  readonly body?: TSchema;
  /** The schema of the answer; without one it answers 204 and nothing. */
  readonly answer?: TSchema;
  /** The status of success; 200 with an answer, 204 without. */
  readonly status?: 200 | 201 | 202;
  /** What it may refuse, beside what every operation may: for the documentation. */
  readonly refusals?: readonly ErrorCode[];
  /** Headers that it reads, beside those of every operation: for the documentation. */
  readonly requestHeaders?: readonly RequestHeader[];
  /** Headers that its answer has, beside those of every operation: for the documentation. */
  readonly answerHeaders?: readonly AnswerHeader[];
  /** The media type of its body when that is not JSON: for the documentation. */
  readonly bodyType?: string;
  /** The media type of its answer, or all that can be asked for, when that is not JSON: for the documentation. */
  readonly answerType?: string | readonly string[];
}

/** One operation of the API: what it takes, what it answers, what it may refuse, and what it does. */
export interface Operation<Params extends TSchema, Query extends TSchema, Body extends TSchema, Answer extends TSchema>
  extends OperationDescription {
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly answer?: Answer;
  /** Whether what the answer tells of is still to be done; then its status is 202. */
  readonly isPending?: (answer: Static<Answer>) => boolean;
  readonly handler: (request: OperationRequest<Params, Query, Body>) => Promise<Static<Answer>>;
}

/** Fastify's options for the operation, with its schemas. */
export type OperationRoute = RouteShorthandOptions & {
  readonly handler: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;
};

declare module 'fastify' {
  /** All of it is for the documentation. */
  interface FastifyContextConfig {
    /** What the operation may refuse. */
    readonly refusals?: readonly ErrorCode[];
    /** Whether the operation changes something. */
    readonly writes?: boolean;
    readonly requestHeaders?: readonly RequestHeader[];
    readonly answerHeaders?: readonly AnswerHeader[];
    /** What a body is that is not checked by this schema. */
    readonly body?: TSchema;
    readonly bodyType?: string;
    readonly answerType?: string | readonly string[];
    /** Whether it needs no key. */
    readonly withoutKey?: boolean;
  }
  interface FastifySchema {
    /** Left out of the documentation. */
    readonly hide?: boolean;
    readonly operationId?: string;
    readonly tags?: readonly string[];
    readonly summary?: string;
    readonly description?: string;
  }
}

/** An operation that reads. */
export const reading = <
  Params extends TSchema = TSchema,
  Query extends TSchema = TSchema,
  Body extends TSchema = TSchema,
  Answer extends TSchema = TSchema,
>(
  operation: Operation<Params, Query, Body, Answer>,
): OperationRoute => ({
  ...routeOptions(operation, false),
  handler: async (request, reply) => {
    const headers: Record<string, string> = {};
    const answer = await operation.handler(operationRequest(request, contextOf(request), headers));
    if (isAtHand(request.headers, headers['etag'])) return reply.code(304).headers(headers).send();
    return reply.code(statusOfSuccess(operation)).headers(headers).send(answer);
  },
});

/** The options with which Fastify checks an operation by its schemas. */
export const routeOptions = (
  operation: OperationDescription & { readonly isPending?: unknown },
  writes: boolean,
): RouteShorthandOptions => {
  const { id, tag, summary, description, params, query, body, answer, refusals = [] } = operation;
  const { requestHeaders = [], answerHeaders = [], bodyType, answerType } = operation;
  return {
    schema: {
      operationId: id,
      tags: [tag],
      summary,
      ...(description === undefined ? {} : { description }),
      ...(params === undefined ? {} : { params }),
      // A misspelled parameter that is passed over in silence gives an answer to another question.
      querystring: query ?? noParameters,
      ...(body === undefined ? {} : { body }),
      response: {
        [statusOfSuccess(operation)]: answer ?? nothing,
        ...(operation.isPending === undefined ? {} : { 202: answer }),
      },
    },
    config: {
      ...{ refusals, writes, requestHeaders, answerHeaders },
      ...(bodyType === undefined ? {} : { bodyType }),
      ...(answerType === undefined ? {} : { answerType }),
    },
  };
};

const noParameters = Type.Object({}, { additionalProperties: false });
const nothing = Type.Null({ description: 'Done; there is nothing to tell.' });

/** The request in the types of its schemas, which Fastify has checked. */
export const operationRequest = <P extends TSchema, Q extends TSchema, B extends TSchema>(
  request: FastifyRequest,
  ctx: Context,
  headers: Record<string, string>,
): OperationRequest<P, Q, B> => ({
  ctx,
  params: request.params as Static<P>,
  query: request.query as Static<Q>,
  body: request.body as Static<B>,
  request,
  headers,
});

/** The status with which the operation answers when it succeeds. */
export const statusOfSuccess = ({ status, answer }: { readonly status?: number; readonly answer?: TSchema }): number =>
  status ?? (answer === undefined ? 204 : 200);
