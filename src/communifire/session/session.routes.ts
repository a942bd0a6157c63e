import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { signIn } from '../../features/keys/sign-in.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Platform } from '../../platform/context.ts';
import { resource } from '../../platform/http/resource.ts';
import { strangerContext } from '../authenticate-request.ts';
import { answer, envelopeOf } from '../envelope.ts';
import { tellIgnoredFields } from '../ignored-fields.ts';
import { readCredentials } from './session.wire.ts';

/** How often one address may try to sign in, a minute: hashing is costly, and guessing must be slow. */
const SIGN_IN_ATTEMPTS_PER_MINUTE = 20;

/** Signing in. Source: communifire-api.md section 3, session and people. */
export const sessionRoutes = (app: FastifyInstance, platform: Platform): void => {
  resource(app, '/api/users/token', {
    PUT: {
      schema: { response: { 200: envelopeOf(Type.String()) } },
      config: {
        rateLimit: {
          max: SIGN_IN_ATTEMPTS_PER_MINUTE,
          timeWindow: '1 minute',
          errorResponseBuilder: () => new DomainError('TOO_MANY_ATTEMPTS'),
        },
      },
      handler: async (request, reply) => {
        const credentials = readCredentials(request.body, tellIgnoredFields(reply));
        return answer(await signIn(strangerContext(platform), credentials));
      },
    },
  });
};

/** What tells clients that an address is a portal; needs no key. */
export const pingRoute = (app: FastifyInstance): void => {
  resource(app, '/ping-do-not-delete.ico', {
    GET: { handler: async (_request, reply) => reply.type('image/x-icon').send(Buffer.alloc(0)) },
  });
};
