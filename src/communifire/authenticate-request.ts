import type { FastifyRequest } from 'fastify';
import { authenticate } from '../features/keys/authenticate.ts';
import { stranger } from '../kernel/actor.ts';
import { DomainError } from '../kernel/errors.ts';
import { Context, type Platform } from '../platform/context.ts';
import type { Query } from './query.ts';
import { keyOfRequest } from './request-key.ts';

/** The context of a request that needs no key: for signing in. */
export const strangerContext = (platform: Platform): Context => new Context(platform, stranger('communifire'));

const HOW_TO_SEND = 'An API key is required: send it in the header Rest-Api-Key or as the URL parameter token.';

/** A hook that finds out who asks. Throws KEY_MISSING, KEY_UNKNOWN. */
export const authenticateRequest = (platform: Platform) => async (request: FastifyRequest) => {
  const key = keyOfRequest(request.headers, request.query as Query);
  if (key === undefined) throw new DomainError('KEY_MISSING', { message: HOW_TO_SEND });
  const actor = await authenticate(strangerContext(platform), { key, door: 'communifire' });
  request.context = new Context(platform, actor);
};
