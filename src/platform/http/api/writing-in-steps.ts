import type { FastifyRequest } from 'fastify';
import type { Static, TObject, TSchema } from 'typebox';
import type { ErrorCode } from '../../../kernel/errors.ts';
import type { Context } from '../../context.ts';
import { contextOf } from '../request-context.ts';
import { answerOnceAfterSteps } from './idempotency-in-steps.ts';
import { idempotencyKeyOf } from './idempotency-key.ts';
import { type KeptAnswer, keptAnswer } from './kept-answer.ts';
import {
  type OperationDescription,
  type OperationRequest,
  type OperationRoute,
  operationRequest,
  routeOptions,
  statusOfSuccess,
} from './operation.ts';
import { answerRehearsed, isDryRun, sendKept, withDryRun } from './writing.ts';

/** What a long operation takes, answers and does. */
interface LongOperation<Params extends TSchema, Query extends TObject, Body extends TSchema, Answer extends TSchema>
  extends OperationDescription {
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly answer: Answer;
  /** Makes all checks and answers what would be the case, in one transaction: for dry runs. */
  readonly rehearsal: (request: OperationRequest<Params, Query, Body>) => Promise<Static<Answer>>;
  /**
   * Does the work in transactions of its own and calls `conclude` in the last one, with the answer. Cut off in the
   * middle, it goes on when it is called again.
   */
  readonly handler: (
    request: OperationRequest<Params, Query, Body>,
    conclude: (tx: Context, answer: Static<Answer>) => Promise<void>,
  ) => Promise<Static<Answer>>;
}

/**
 * An operation that changes so much that other writers would wait for one transaction: it makes many small ones. Dry runs
 * and idempotency keys mean what they mean for `writing`.
 */
export const writingInSteps = <
  Params extends TSchema = TSchema,
  Query extends TObject = TObject,
  Body extends TSchema = TSchema,
  Answer extends TSchema = TSchema,
>(
  operation: LongOperation<Params, Query, Body, Answer>,
): OperationRoute => {
  const refusals: readonly ErrorCode[] = [...(operation.refusals ?? []), 'REQUEST_UNDER_WAY'];
  const kept = (answer: Static<Answer>): KeptAnswer => keptAnswer(statusOfSuccess(operation), {}, answer);
  const perform = async (request: FastifyRequest): Promise<KeptAnswer> => {
    const ctx = contextOf(request);
    const on = (each: Context) => operationRequest<Params, Query, Body>(request, each, {});
    if (isDryRun(request)) return answerRehearsed(ctx, async (tx) => kept(await operation.rehearsal(on(tx))));
    const key = idempotencyKeyOf(request);
    if (key === undefined) return kept(await operation.handler(on(ctx), async () => undefined));
    return answerOnceAfterSteps(ctx, key, async (keep) =>
      kept(await operation.handler(on(ctx), (tx, answer) => keep(tx, kept(answer)))),
    );
  };
  return {
    ...routeOptions({ ...operation, refusals, query: withDryRun(operation.query) }, true),
    handler: async (request, reply) => sendKept(reply, await perform(request)),
  };
};
