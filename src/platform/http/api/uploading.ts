import type { FastifyRequest } from 'fastify';
import { type Static, type TObject, type TSchema, Type } from 'typebox';
import { DomainError } from '../../../kernel/errors.ts';
import type { Context } from '../../context.ts';
import { contextOf } from '../request-context.ts';
import { type KeptAnswer, keptAnswer } from './kept-answer.ts';
import {
  type OperationDescription,
  type OperationRequest,
  type OperationRoute,
  operationRequest,
  routeOptions,
  statusOfSuccess,
} from './operation.ts';
import { performOnce, performSafely, sendKept, withDryRun } from './writing.ts';

/** Files that have arrived and that nothing refers to yet. */
interface Received {
  /** The same for the same files only. */
  readonly fingerprint: string;
  readonly discard: () => Promise<void>;
}

interface Uploading<P extends TSchema, Q extends TObject, Answer extends TSchema, R extends Received>
  extends OperationDescription {
  readonly params: P;
  readonly query?: Q;
  readonly answer: Answer;
  /** Whether a dry run is work of its own, which the handler begins; otherwise all that the handler wrote is taken back. */
  readonly hasOwnDryRun?: boolean;
  /** Takes the files in after a first look at whether they are allowed, outside of any transaction. */
  readonly receive: (request: OperationRequest<P, Q, TSchema>) => Promise<R>;
  /** Lets something refer to them, in a transaction. */
  readonly handler: (request: OperationRequest<P, Q, TSchema>, received: R) => Promise<Static<Answer>>;
}

/**
 * A write whose body is files: they are on disk before its transaction begins, so that nobody waits for a slow line, and
 * are thrown away again unless it commits. With an idempotency key, repeats must bring the same bytes.
 */
export const uploading = <P extends TSchema, Q extends TObject, Answer extends TSchema, R extends Received>(
  operation: Uploading<P, Q, Answer, R>,
): OperationRoute => {
  const query = withDryRun(operation.query);
  const options = routeOptions({ ...operation, query }, true);
  return {
    ...options,
    config: { ...options.config, isSlow: true, body: files, bodyType: 'multipart/form-data' },
    handler: async (request, reply) => {
      const asked = (ctx: Context, headers = {}) => operationRequest<P, Q, TSchema>(request, ctx, headers);
      const received = await operation.receive(asked(contextOf(request)));
      const perform = async (ctx: Context): Promise<KeptAnswer> => {
        const headers: Record<string, string> = {};
        const answer = await operation.handler(asked(ctx, headers), received);
        return keptAnswer(statusOfSuccess(operation), headers, answer);
      };
      return sendKept(
        reply,
        await performWith(request, received, { perform, hasOwnDryRun: operation.hasOwnDryRun === true }),
      );
    },
  };
};

/** For the documentation: what arrives is taken in as it comes. */
const files = Type.Object(
  {
    file: Type.Unsafe<string>({ type: 'string', format: 'binary', description: 'A file; the part may have any name.' }),
  },
  { additionalProperties: true, description: 'One or several files.' },
);

const performWith = async (
  request: FastifyRequest,
  { fingerprint, discard }: Received,
  { perform, hasOwnDryRun }: { perform: (ctx: Context) => Promise<KeptAnswer>; hasOwnDryRun: boolean },
): Promise<KeptAnswer> => {
  let isKept = false;
  const performAndKeep = (ctx: Context): Promise<KeptAnswer> =>
    ctx.inTransaction(async (tx) => {
      tx.afterCommit(async () => {
        isKept = true;
      });
      return perform(tx);
    });
  try {
    const performing = hasOwnDryRun ? performOnce : performSafely;
    return await performing(request, performAndKeep, fingerprint);
  } catch (error) {
    // Nobody knows whether a commit that failed has failed: then the files stay until they are found to be unused.
    isKept ||= error instanceof DomainError && error.code === 'STORE_UNAVAILABLE';
    throw error;
  } finally {
    if (!isKept) await discard();
  }
};
