import type { FastifyInstance } from 'fastify';
import { stranger } from '../../kernel/actor.ts';
import { Context, type Platform } from '../../platform/context.ts';
import { reading } from '../../platform/http/api/operation.ts';
import { requireNoDryRun, writing } from '../../platform/http/api/writing.ts';
import { MAX_STRANGERS_BODY_BYTES } from '../../platform/http/body-text.ts';
import { resource } from '../../platform/http/resource.ts';
import { endOtherSessions } from './end-other-sessions.ts';
import { endSession } from './end-session.ts';
import { limitSignIns } from './limit-sign-ins.ts';
import { listSessions } from './list-sessions.ts';
import {
  Credentials,
  EndedSessions,
  headersAfterEnd,
  presentSession,
  readSessionId,
  Session,
  SessionPage,
  sessionParams,
  signInWithCookie,
} from './session.wire.ts';

const tag = 'Sessions';

/** Signing in with a password, for pages of this server, in the new API. */
export const sessionsRoutes = (app: FastifyInstance, platform: Platform): void => {
  // No dry run and no repeats: an attempt that is taken back would not be counted.
  const signIn = reading({
    id: 'createSession',
    ...{ tag, summary: 'Sign in with a password', body: Credentials, answer: Session, status: 201 },
    description: `For browsers: the answer sets a cookie that no script can read, and that is accepted from the pages of this
server only. A session ends after 7 days without use, after 30 days, and with the password. Programs use an API key.`,
    refusals: ['CREDENTIALS_WRONG', 'TOO_MANY_ATTEMPTS', 'ORIGIN_FOREIGN'],
    handler: async ({ ctx, body, request, headers }) => {
      requireNoDryRun(request);
      const { session, cookie } = await signInWithCookie(ctx, request, body);
      headers['set-cookie'] = cookie;
      headers['location'] = `/api/v1/sessions/${session.id}`;
      return session;
    },
  });
  resource(app, '/sessions', {
    GET: reading({
      id: 'listSessions',
      ...{ tag, summary: 'List the browsers in which you are signed in', answer: SessionPage },
      refusals: ['RIGHT_MISSING'],
      handler: async ({ ctx }) => ({
        items: (await listSessions(ctx)).map((session) => presentSession(ctx, session)),
        next: null,
      }),
    }),
    POST: {
      ...signIn,
      bodyLimit: MAX_STRANGERS_BODY_BYTES,
      config: { ...signIn.config, withoutKey: true },
      onRequest: async (request) => {
        request.context = new Context(platform, stranger('v1'));
        await limitSignIns(request.context, { address: request.ip });
      },
    },
    DELETE: writing({
      id: 'deleteOtherSessions',
      ...{ tag, summary: 'Sign out everywhere else', answer: EndedSessions },
      refusals: ['RIGHT_MISSING'],
      handler: async ({ ctx }) => ({ ended: await endOtherSessions(ctx) }),
    }),
  });
  resource(app, '/sessions/:sessionId', {
    DELETE: writing({
      id: 'deleteSession',
      ...{ tag, summary: 'Sign out of a browser', params: sessionParams },
      refusals: ['SESSION_NOT_FOUND', 'RIGHT_MISSING'],
      handler: async ({ ctx, params, request, headers }) => {
        const sessionId = readSessionId(ctx, params);
        await endSession(ctx, { sessionId });
        Object.assign(headers, headersAfterEnd(ctx, request, sessionId));
      },
    }),
  });
};
