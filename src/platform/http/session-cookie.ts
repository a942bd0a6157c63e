import type { FastifyRequest } from 'fastify';

const NAME = 'casekeep_session';
/** Browsers take a cookie of such a name only over HTTPS, from this very host and for all of it. Source: RFC 6265bis section 4.1.3.2. */
const SECURE_NAME = `__Host-${NAME}`;
const SECOND_MS = 1_000;

interface CookieOptions {
  /** Whether browsers reach this server over HTTPS. */
  readonly secure: boolean;
}

/** Whether browsers reach this server over HTTPS, as far as the request or the operator tells. */
export const isSecure = ({ protocol }: Pick<FastifyRequest, 'protocol'>, publicUrl: string | undefined): boolean =>
  protocol === 'https' || publicUrl?.startsWith('https:') === true;

/** The value of Set-Cookie that gives a browser its session: no script reads it, and other sites send it only when people follow a link. */
export const sessionCookie = (secret: string, { secure, maxAgeMs }: CookieOptions & { maxAgeMs: number }): string =>
  [
    `${secure ? SECURE_NAME : NAME}=${secret}`,
    'Path=/',
    `Max-Age=${Math.floor(maxAgeMs / SECOND_MS)}`,
    'HttpOnly',
    'SameSite=Lax',
    ...(secure ? ['Secure'] : []),
  ].join('; ');

/** The value of Set-Cookie that takes the session from a browser. */
export const endedSessionCookie = (options: CookieOptions): string => sessionCookie('', { ...options, maxAgeMs: 0 });

/**
 * The secret in the session cookie; undefined without one. Two cookies of the name are none: somebody has planted the
 * other one, and which is which cannot be told.
 */
export const readSessionCookie = (header: string | undefined, { secure }: CookieOptions): string | undefined => {
  const start = `${secure ? SECURE_NAME : NAME}=`;
  const values = (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(start));
  const [only] = values;
  return only === undefined || values.length > 1 ? undefined : only.slice(start.length) || undefined;
};
