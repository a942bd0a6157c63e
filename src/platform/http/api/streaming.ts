import { type Static, type TSchema, Type } from 'typebox';
import type { Context } from '../../context.ts';
import { EventStream, type StreamPart } from '../event-stream.ts';
import { contextOf } from '../request-context.ts';
import { type OperationDescription, type OperationRoute, routeOptions } from './operation.ts';

interface StreamRequest<Query extends TSchema> {
  readonly ctx: Context;
  readonly query: Static<Query>;
  /** What a client that connects again has heard last. */
  readonly lastEventId: string | undefined;
  /** Begins the answer; what is thrown from here on cannot be told any more. */
  readonly open: (lastEventId: string) => OpenStream;
}

/** How to write into an open answer. */
interface OpenStream {
  readonly write: (part: StreamPart) => void;
  readonly drained: () => Promise<void>;
  readonly isOpen: () => boolean;
  readonly end: () => void;
}

interface StreamOperation<Query extends TSchema> extends OperationDescription {
  readonly query?: Query;
  readonly handler: (request: StreamRequest<Query>) => Promise<void>;
}

/** An operation that answers with Server-Sent Events for as long as the client listens. */
export const streaming = <Query extends TSchema = TSchema>(operation: StreamOperation<Query>): OperationRoute => {
  const options = routeOptions(operation, false);
  return {
    ...options,
    // A question for the headers alone would wait for an end that never comes.
    exposeHeadRoute: false,
    schema: { ...options.schema, response: { 200: streamAnswer } },
    config: { ...options.config, isLongLived: true },
    handler: async (request, reply) => {
      const { 'last-event-id': lastEventId } = request.headers;
      await operation.handler({
        ctx: contextOf(request),
        query: request.query as Static<Query>,
        lastEventId: typeof lastEventId === 'string' && lastEventId !== '' ? lastEventId : undefined,
        open: (id) => openStream(new EventStream(reply, id)),
      });
    },
  };
};

/** Source: OpenAPI 3.1, media types: of a stream only the type is told. */
const streamAnswer = {
  description: 'Server-Sent Events, until the client hangs up.',
  content: { 'text/event-stream': { schema: Type.String() } },
};

const openStream = (stream: EventStream): OpenStream => ({
  write: (part) => stream.write(part),
  drained: () => stream.drained(),
  isOpen: () => stream.isOpen,
  end: () => stream.end(),
});
