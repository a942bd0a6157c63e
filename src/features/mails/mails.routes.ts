import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { stranger } from '../../kernel/actor.ts';
import { Context, type Platform } from '../../platform/context.ts';
import { Id } from '../../platform/http/api/ids.ts';
import { reading } from '../../platform/http/api/operation.ts';
import { requireNoDryRun, writing } from '../../platform/http/api/writing.ts';
import { MAX_STRANGERS_BODY_BYTES } from '../../platform/http/body-text.ts';
import { resource } from '../../platform/http/resource.ts';
import { limitPasswordRequests } from './limit-password-requests.ts';
import { languageOf, PasswordMailBody, PasswordRequestBody } from './mail.wire.ts';
import { mailPasswordLink } from './mail-password-link.ts';
import { requestPasswordLink } from './request-password-link.ts';

/** Links to set passwords that are sent by mail, in the new API. */
export const mailsRoutes = (app: FastifyInstance, platform: Platform): void => {
  // No dry run and no repeats: nobody is told whether anything came of it.
  const request = reading({
    id: 'requestPasswordLink',
    ...{ tag: 'Sessions', summary: 'Ask for a mail with a link to set a new password', body: PasswordRequestBody },
    status: 202,
    description: `For who cannot sign in; it needs no key. The answer is the same whether there is such a person or not. A
mail goes to everybody with access who has this user name or e-mail address, at most three an hour to each; its link works
once, for a day.`,
    refusals: ['MAIL_NOT_CONFIGURED', 'TOO_MANY_ATTEMPTS'],
    handler: async ({ ctx, body, request }) => {
      requireNoDryRun(request);
      const { usernameOrEmail } = body;
      await requestPasswordLink(ctx, { usernameOrEmail, language: languageOf(body) });
    },
  });
  resource(app, '/password-requests', {
    POST: {
      ...request,
      bodyLimit: MAX_STRANGERS_BODY_BYTES,
      config: { ...request.config, withoutKey: true },
      onRequest: async (request) => {
        request.context = new Context(platform, stranger('v1'));
        await limitPasswordRequests(request.context, { address: request.ip });
      },
    },
  });
  resource(app, '/users/:userId/password-mails', {
    POST: writing({
      id: 'mailPasswordLink',
      ...{ tag: 'Users', summary: 'Mail a user a link to set a password', body: PasswordMailBody, status: 202 },
      params: Type.Object({ userId: Id('The ID of the user.') }),
      description: 'For administrators. It works once, for a day; earlier links of the user go on working until then.',
      refusals: ['USER_NOT_FOUND', 'RIGHT_MISSING', 'MAIL_NOT_CONFIGURED'],
      handler: async ({ ctx, params, body }) => mailPasswordLink(ctx, { ...params, language: languageOf(body) }),
    }),
  });
};
