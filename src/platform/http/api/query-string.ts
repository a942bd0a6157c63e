import { parse } from 'node:querystring';
import type { FastifyInstance } from 'fastify';

/** How many parameters one address may have; what comes after them is not read. */
const MAX_PARAMETERS = 200;

/** Gives routes the parameters of their address as they are written: names in their case, repeated ones as lists. */
export const readQueryStrings = (app: FastifyInstance): void => {
  app.addHook('onRequest', (request, _reply, done) => {
    const start = request.url.indexOf('?');
    request.query =
      start === -1 ? {} : { ...parse(request.url.slice(start + 1), '&', '=', { maxKeys: MAX_PARAMETERS }) };
    done();
  });
};
