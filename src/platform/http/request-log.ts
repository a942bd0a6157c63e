import type { FastifyInstance } from 'fastify';
import { loggablePath } from '../log.ts';

/** Requests that take longer are logged as warnings, in milliseconds. */
const SLOW_REQUEST_MS = 1_000;

/** Logs one line for each request: failures as errors, slow ones as warnings, the rest for debugging. */
export const logRequests = (app: FastifyInstance): void => {
  app.addHook('onResponse', async (request, reply) => {
    const durationMs = Math.round(reply.elapsedTime * 10) / 10;
    const line = {
      requestId: request.id,
      method: request.method,
      path: loggablePath(request.url),
      status: reply.statusCode,
      durationMs,
      userId: request.context?.actor.userId,
      keyId: request.context?.actor.keyId,
    };
    if (durationMs > SLOW_REQUEST_MS) request.log.warn(line, 'slow request');
    else request.log.debug(line, 'request');
  });
};
