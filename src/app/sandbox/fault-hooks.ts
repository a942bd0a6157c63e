import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answerFault } from './fault-answer.ts';
import type { Fault, Faults } from './faults.ts';
import { isControl, pathOf } from './sandbox-paths.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** What is to go wrong with this request. */
    fault: Fault | undefined;
  }
}

/** Marks the first one of a request that is delivered twice. */
const DUPLICATE = 'x-casekeep-duplicate';

/** Lets requests meet the faults that tests have asked for. */
export const meetFaults = (app: FastifyInstance, faults: Faults): void => {
  app.decorateRequest('fault', undefined);
  app.addHook('onRequest', async (request, reply) => {
    const path = pathOf(request);
    if (isControl(path) || request.headers[DUPLICATE] !== undefined) return;
    request.fault = faults.take({ method: request.method, path });
    if (request.fault?.delayMs !== undefined) await sleep(request.fault.delayMs);
    if (request.fault?.effect === 'status') return answerFault(request, reply, request.fault);
    return undefined;
  });
  app.addHook('preHandler', async (request) => {
    if (request.fault?.effect === 'duplicate') await deliver(app, request);
  });
  app.addHook('onSend', async (request, _reply, payload) => {
    // All was done and is on disk; only the client does not hear of it.
    if (request.fault?.effect === 'drop-answer') request.raw.socket.destroy();
    return payload;
  });
};

/** Sends the request once more, before it is handled, as a network that repeats itself does. */
const deliver = async (app: FastifyInstance, request: FastifyRequest): Promise<void> => {
  const { 'content-length': _length, 'transfer-encoding': _encoding, ...headers } = request.headers;
  await app.inject({
    method: request.method as 'POST',
    url: request.originalUrl,
    headers: { ...headers, [DUPLICATE]: '1' },
    ...(request.body === undefined ? {} : { payload: JSON.stringify(request.body) }),
  });
};
