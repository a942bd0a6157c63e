import type { FastifyInstance } from 'fastify';
import { DomainError } from '../../../kernel/errors.ts';
import { compressAnswers } from './compressed-answers.ts';
import { requireHeededIfMatch } from './entity-tag.ts';
import { readJsonBodies } from './json-body.ts';
import { PROBLEM_TYPE, sendProblem } from './problem.ts';
import { readQueryStrings } from './query-string.ts';
import { validateBySchema } from './validation.ts';

/** How much of an address that leads nowhere is told again, in characters. */
const MAX_SHOWN_ADDRESS = 200;
const WHERE_TO_LOOK = 'All operations are at /docs/api, and for programs at /openapi.json.';

/** The manners of the API under this part of the program: JSON, schemas, problem documents. */
export const apiManners = (app: FastifyInstance): void => {
  app.setErrorHandler(sendProblem);
  // Answers are put together in the order of their schemas; JSON.stringify writes them faster than code made of schemas.
  app.setSerializerCompiler(() => JSON.stringify);
  validateBySchema(app);
  readJsonBodies(app);
  readQueryStrings(app);
  compressAnswers(app);
  app.addHook('onRequest', (_request, reply, done) => {
    reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff');
    done();
  });
  app.addHook('preHandler', (request, _reply, done) => {
    requireHeededIfMatch(request);
    done();
  });
  // What is not there below the root is told in its own manner, also to whoever has no key: which addresses there are is
  // no secret.
  app.all('/*', { schema: { hide: true }, config: { withoutKey: true } }, async ({ method, url }, reply) => {
    reply.type(PROBLEM_TYPE);
    const [address = ''] = url.split('?');
    const message = `There is nothing at ${method} ${address.slice(0, MAX_SHOWN_ADDRESS)}. ${WHERE_TO_LOOK}`;
    throw new DomainError('ROUTE_NOT_FOUND', { message });
  });
};
