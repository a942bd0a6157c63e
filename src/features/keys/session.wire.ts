import { type Static, Type } from 'typebox';
import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { Timestamp, timestamp } from '../../platform/http/api/instants.ts';
import { pageOf } from '../../platform/http/api/page.ts';
import { isDryRun } from '../../platform/http/api/writing.ts';
import type { IncomingRequest } from '../../platform/http/request-context.ts';
import { originOf } from '../../platform/http/request-origin.ts';
import { endedSessionCookie, isSecure, readSessionCookie, sessionCookie } from '../../platform/http/session-cookie.ts';
import { type ApiKey, lastLife, SESSION_IDLE_MS, SESSION_TTL_MS } from './key.ts';
import type { SignInOrigin } from './sign-in-attempt.ts';
import { startSession } from './start-session.ts';

/** A browser in which somebody is signed in. */
export const Session = Type.Object(
  {
    id: Type.Integer({ minimum: 1, description: 'The ID.' }),
    isCurrent: Type.Boolean({ description: 'Whether it is the session of this request.' }),
    userAgent: Type.String({ description: 'What the browser calls itself; "" when it does not say.' }),
    createdAt: Timestamp('When it was begun by signing in.'),
    lastUsedAt: Timestamp('When it was last used, to within five minutes.'),
    expiresAt: Timestamp('When it ends unless it is used before; at the latest 30 days after it was begun.'),
  },
  { $id: 'Session', additionalProperties: false, description: 'A browser in which you are signed in.' },
);

/** All sessions: there are few, so they are one page. */
export const SessionPage = pageOf(Session);

/** What one signs in with. */
export const Credentials = Type.Object(
  {
    username: Type.String({ minLength: 1, description: 'The user name, in whatever case.' }),
    password: Type.String({ minLength: 1, description: 'The password.' }),
  },
  {
    $id: 'Credentials',
    examples: [{ username: 'sara.lindqvist', password: 'casekeep sandbox' }],
    additionalProperties: false,
    description: 'What you sign in with.',
  },
);

/** How many sessions were ended. */
export const EndedSessions = Type.Object(
  { ended: Type.Integer({ minimum: 0, description: 'How many sessions were ended.' }) },
  { $id: 'EndedSessions', additionalProperties: false, description: 'What was ended.' },
);

/** Which session an address names. */
export const sessionParams = Type.Object({
  sessionId: Type.String({
    pattern: '^(current|[1-9][0-9]{0,15})$',
    description: 'The ID of the session, or `current` for the one of this request.',
  }),
});

/** The session on the wire. */
export const presentSession = ({ actor }: Pick<Context, 'actor'>, session: ApiKey): Static<typeof Session> => ({
  id: session.id,
  isCurrent: session.id === actor.keyId,
  userAgent: session.userAgent ?? '',
  createdAt: timestamp(session.createdAt),
  lastUsedAt: timestamp(lastLife(session)),
  expiresAt: timestamp(Math.min(lastLife(session) + SESSION_IDLE_MS, session.expiresAt ?? Number.POSITIVE_INFINITY)),
});

/** The ID that the address names. */
export const readSessionId = ({ actor }: Context, { sessionId }: Static<typeof sessionParams>): number =>
  sessionId === 'current' ? (actor.keyId ?? 0) : Number(sessionId);

const signInOrigin = ({ ip, headers }: IncomingRequest): SignInOrigin => ({
  address: ip,
  userAgent: headers['user-agent'] ?? '',
});

/** Signs in and gives the browser its cookie. Throws ORIGIN_FOREIGN, CREDENTIALS_WRONG, TOO_MANY_ATTEMPTS. */
export const signInWithCookie = async (
  ctx: Context,
  request: IncomingRequest,
  { username, password }: Static<typeof Credentials>,
): Promise<{ readonly session: Static<typeof Session>; readonly cookie: string }> => {
  const { publicUrl } = ctx.platform;
  // Otherwise another site could sign people in as somebody else, who then reads what they write.
  if (originOf(request, publicUrl) === 'foreign') throw new DomainError('ORIGIN_FOREIGN');
  const secure = isSecure(request, publicUrl);
  const { session, secret } = await startSession(ctx, {
    ...{ username, password, from: signInOrigin(request) },
    replacedSecret: readSessionCookie(request.headers.cookie, { secure }),
  });
  const actor = { ...ctx.actor, keyId: session.id };
  return {
    session: presentSession({ actor }, session),
    cookie: sessionCookie(secret, { secure, maxAgeMs: SESSION_TTL_MS }),
  };
};

/** The headers that take the cookie from the browser, when its own session was ended. */
export const headersAfterEnd = (ctx: Context, request: IncomingRequest, sessionId: number): Record<string, string> =>
  sessionId !== ctx.actor.keyId || isDryRun(request)
    ? {}
    : { 'set-cookie': endedSessionCookie({ secure: isSecure(request, ctx.platform.publicUrl) }) };
