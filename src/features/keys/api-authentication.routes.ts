import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Actor, stranger } from '../../kernel/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import { Context, type Platform } from '../../platform/context.ts';
import { isUnsafe, originOf } from '../../platform/http/request-origin.ts';
import { isSecure, readSessionCookie } from '../../platform/http/session-cookie.ts';
import { authenticate, authenticateSession } from './authenticate.ts';

/**
 * Lets every route below find out who asks: `Authorization: Bearer` (RFC 6750), `Rest-Api-Key`, or the cookie of a
 * session. Browsers send cookies by themselves: with one, only the pages of this server may change something. Routes that
 * need no key have no context without one.
 */
export const authenticateApi = (app: FastifyInstance, platform: Platform): void => {
  app.addHook('onRequest', async (request) => {
    const actor = await actorOf(platform, request);
    if (actor !== undefined) request.context = new Context(platform, actor);
  });
};

const actorOf = async (platform: Platform, request: FastifyRequest): Promise<Actor | undefined> => {
  const isNeeded = request.routeOptions.config.withoutKey !== true || keyOf(request) !== undefined;
  if (isNeeded) return authenticated(platform, request);
  // A cookie that has ended is no reason to refuse what needs none.
  return isUnsafe(request) ? undefined : authenticated(platform, request).catch(unlessRefused);
};

const unlessRefused = (error: unknown): undefined => {
  if (!(error instanceof DomainError) || error.kind !== 'unauthenticated') throw error;
  return undefined;
};

const authenticated = async (platform: Platform, request: FastifyRequest): Promise<Actor> => {
  const ctx = new Context(platform, stranger('v1'));
  const key = keyOf(request);
  if (key !== undefined) {
    request.credential = key;
    return authenticate(ctx, { key, door: 'v1' });
  }
  const secure = isSecure(request, platform.publicUrl);
  const secret = readSessionCookie(request.headers.cookie, { secure });
  if (secret === undefined) throw new DomainError('KEY_MISSING', { message: HOW_TO_SEND });
  if (isUnsafe(request) && originOf(request, platform.publicUrl) !== 'same') throw new DomainError('ORIGIN_FOREIGN');
  request.credential = secret;
  return authenticateSession(ctx, { secret, door: 'v1' });
};

const HOW_TO_SEND = 'An API key is required: send it as Authorization: Bearer <key>, or in the header Rest-Api-Key.';

const keyOf = ({ headers }: FastifyRequest): string | undefined => {
  const bearer = /^bearer +(\S+)$/iu.exec(headers.authorization ?? '')?.[1];
  const header = headers['rest-api-key'];
  return bearer ?? (typeof header === 'string' && header.trim() !== '' ? header.trim() : undefined);
};
