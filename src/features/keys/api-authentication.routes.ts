import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Actor } from '../../kernel/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import { Context, type Platform } from '../../platform/context.ts';
import { authenticate } from './authenticate.ts';

/** Whoever has not shown a key yet. */
const stranger: Actor = { userId: null, keyId: null, door: 'v1' };

/**
 * Lets every route below find out who asks: `Authorization: Bearer` (RFC 6750) or `Rest-Api-Key`. Routes that need no key
 * have no context without one.
 */
export const authenticateApi = (app: FastifyInstance, platform: Platform): void => {
  const ctx = new Context(platform, stranger);
  app.addHook('onRequest', async (request) => {
    const key = keyOf(request);
    if (key === undefined && request.routeOptions.config.withoutKey === true) return;
    if (key === undefined) throw new DomainError('KEY_MISSING', { message: HOW_TO_SEND });
    request.context = new Context(platform, await authenticate(ctx, { key, door: 'v1' }));
  });
};

const HOW_TO_SEND = 'An API key is required: send it as Authorization: Bearer <key>, or in the header Rest-Api-Key.';

const keyOf = ({ headers }: FastifyRequest): string | undefined => {
  const bearer = /^bearer +(\S+)$/iu.exec(headers.authorization ?? '')?.[1];
  const header = headers['rest-api-key'];
  return bearer ?? (typeof header === 'string' && header.trim() !== '' ? header.trim() : undefined);
};
