import type { TSchema } from 'typebox';
import { contextOf } from '../request-context.ts';
import {
  type OperationDescription,
  type OperationRequest,
  type OperationRoute,
  operationRequest,
  routeOptions,
  statusOfSuccess,
} from './operation.ts';

interface WrittenOperation<Params extends TSchema, Query extends TSchema> extends OperationDescription {
  readonly params?: Params;
  readonly query?: Query;
  /** Answers JSON of the schema, as text. */
  readonly handler: (request: OperationRequest<Params, Query, TSchema>) => Promise<string>;
}

/** An operation that reads and writes its JSON itself: where objects on the way would cost more than the rest. */
export const readingWritten = <Params extends TSchema = TSchema, Query extends TSchema = TSchema>(
  operation: WrittenOperation<Params, Query>,
): OperationRoute => ({
  ...routeOptions(operation, false),
  handler: async (request, reply) => {
    const headers: Record<string, string> = {};
    const json = await operation.handler(operationRequest(request, contextOf(request), headers));
    return reply
      .code(statusOfSuccess(operation))
      .headers(headers)
      .type('application/json; charset=utf-8')
      .serializer(asItIs)
      .send(json);
  },
});

/** The body is JSON already. */
export const asItIs = (body: unknown): string => body as string;
