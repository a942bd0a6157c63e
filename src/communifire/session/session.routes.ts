import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { limitSignIns } from '../../features/keys/limit-sign-ins.ts';
import { signIn } from '../../features/keys/sign-in.ts';
import type { Platform } from '../../platform/context.ts';
import { MAX_STRANGERS_BODY_BYTES } from '../../platform/http/body-text.ts';
import { resource } from '../../platform/http/resource.ts';
import { strangerContext } from '../authenticate-request.ts';
import { described } from '../documentation.ts';
import { answer, envelopeOf } from '../envelope.ts';
import { tellIgnoredFields } from '../ignored-fields.ts';
import { CredentialsBody, readCredentials } from './session.wire.ts';

/** Signing in. Source: communifire-api.md section 3, session and people. */
export const sessionRoutes = (app: FastifyInstance, platform: Platform): void => {
  resource(app, '/api/users/token', {
    PUT: {
      bodyLimit: MAX_STRANGERS_BODY_BYTES,
      schema: described('SignIn', {
        ...{ tag: 'Session', summary: 'Get a key for a user name and a password', answer: envelopeOf(Type.String()) },
      }),
      config: { withoutKey: true, body: CredentialsBody, refusals: ['CREDENTIALS_WRONG', 'TOO_MANY_ATTEMPTS'] },
      onRequest: async ({ ip }) => limitSignIns(strangerContext(platform), { address: ip }),
      handler: async (request, reply) => {
        const credentials = readCredentials(request.body, tellIgnoredFields(reply));
        const from = { address: request.ip, userAgent: request.headers['user-agent'] ?? '' };
        return answer(await signIn(strangerContext(platform), { ...credentials, from }));
      },
    },
  });
};

/** What tells clients that an address is a portal; needs no key. */
export const pingRoute = (app: FastifyInstance): void => {
  resource(app, '/ping-do-not-delete.ico', {
    GET: {
      schema: described('Ping', { tag: 'Session', summary: 'Tells that there is a portal at this address' }),
      config: { withoutKey: true, answerType: 'image/x-icon' },
      handler: async (_request, reply) => reply.type('image/x-icon').send(Buffer.alloc(0)),
    },
  });
};
