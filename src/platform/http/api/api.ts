import type { FastifyInstance } from 'fastify';
import { DomainError } from '../../../kernel/errors.ts';
import { requireHeededIfMatch } from './entity-tag.ts';
import { readJsonBodies } from './json-body.ts';
import { PROBLEM_TYPE, sendProblem } from './problem.ts';
import { readQueryStrings } from './query-string.ts';
import { validateBySchema } from './validation.ts';

/** The manners of the API under this part of the program: JSON, schemas, problem documents. */
export const apiManners = (app: FastifyInstance): void => {
  app.setErrorHandler(sendProblem);
  // Answers are put together in the order of their schemas; JSON.stringify writes them faster than code made of schemas.
  app.setSerializerCompiler(() => JSON.stringify);
  validateBySchema(app);
  readJsonBodies(app);
  readQueryStrings(app);
  app.addHook('onRequest', (_request, reply, done) => {
    reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff');
    done();
  });
  app.addHook('preHandler', (request, _reply, done) => {
    requireHeededIfMatch(request);
    done();
  });
  // The root of this part is not a resource, and what is not there below it is told in its own manner.
  app.all('/*', { schema: { hide: true } }, async (_request, reply) => {
    reply.type(PROBLEM_TYPE);
    throw new DomainError('ROUTE_NOT_FOUND');
  });
};
