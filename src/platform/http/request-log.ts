import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { loggablePath } from '../log.ts';

/** Requests that take longer are logged as warnings, in milliseconds. */
const SLOW_REQUEST_MS = 1_000;

/** Logs slow requests as warnings, and one line for each request when debugging. */
export const logRequests = (app: FastifyInstance): void => {
  const debugs = app.log.level === 'debug' || app.log.level === 'trace';
  app.addHook('onResponse', (request, reply, done) => {
    const isSlow = reply.elapsedTime > SLOW_REQUEST_MS && request.routeOptions.config.isLongLived !== true;
    if (isSlow) request.log.warn(lineOf(request, reply), 'slow request');
    else if (debugs) request.log.debug(lineOf(request, reply), 'request');
    done();
  });
};

const lineOf = (request: FastifyRequest, reply: FastifyReply) => ({
  requestId: request.id,
  method: request.method,
  path: loggablePath(request),
  status: reply.statusCode,
  durationMs: Math.round(reply.elapsedTime * 10) / 10,
  userId: request.context?.actor.userId,
  keyId: request.context?.actor.keyId,
});
