import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The body may take as long as it moves on: for files over bad lines. */
    readonly isSlow?: boolean;
  }
}

/**
 * Hangs up on requests whose bodies do not arrive in time, other than to routes for files. Node has one limit for all
 * requests, which has to be as long as the slowest upload.
 */
export const limitBodyTime = (app: FastifyInstance, { timeoutMs }: { readonly timeoutMs: number }): void => {
  const watch = (raw: IncomingMessage, giveUp: () => void): void => {
    // Small bodies are there already: they cost nothing. Requests that are injected are neither whole nor on the way.
    if (raw.complete !== false || (raw.headers['content-length'] ?? raw.headers['transfer-encoding']) === undefined)
      return;
    const timer = setTimeout(() => raw.complete || giveUp(), timeoutMs).unref();
    raw.once('close', () => clearTimeout(timer));
  };
  const refuse = (raw: IncomingMessage): void => {
    const error = Object.assign(new Error('The body did not arrive in time.'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
    app.server.emit('clientError', error, raw.socket);
  };
  app.addHook('preParsing', ({ raw, routeOptions }, _reply, payload, done) => {
    if (routeOptions.config.isSlow !== true) watch(raw, () => refuse(raw));
    done(null, payload);
  });
  // Answered already, before its body was asked for.
  app.addHook('onError', ({ raw }, _reply, _error, done) => {
    watch(raw, () => raw.socket.destroy());
    done();
  });
};
