import { hash, randomBytes, randomUUID } from 'node:crypto';
import type { KeyScope } from '../../kernel/actor.ts';
import type { Right } from '../../kernel/permissions.ts';

/** How a key came to be: issued for a purpose, by signing in through the old API, or as the session of a browser. */
export type KeyOrigin = 'issued' | 'sign-in' | 'session';

/** What signing in makes: its end is that of signing in, not of a key that was issued. */
export const signInOrigins: readonly KeyOrigin[] = ['session', 'sign-in'];

/** What is known of an API key; the key itself is not kept. */
export interface ApiKey {
  readonly id: number;
  readonly userId: number;
  readonly name: string;
  readonly origin: KeyOrigin;
  readonly createdAt: number;
  readonly expiresAt: number | null;
  readonly revokedAt: number | null;
  /** The only spaces it works in; null is all that its user can see. */
  readonly spaceIds: readonly number[] | null;
  /** The only rights it has, if its user has them; null is all of them, an empty list is reading. */
  readonly rights: readonly Right[] | null;
  /** When it was last used, to within some minutes; null for never. */
  readonly lastUsedAt: number | null;
  /** What the browser of a session calls itself. */
  readonly userAgent: string | null;
  /**
   * The key with which it was made, and with which it ends; null when a person in a browser or the operator of the
   * machine made it.
   */
  readonly madeWithKeyId: number | null;
}

/** Whether a key works, or why it does not. */
export const keyStates = ['active', 'expired', 'revoked'] as const;
export type KeyState = (typeof keyStates)[number];

const DAY_MS = 24 * 60 * 60 * 1_000;

/** How long a session lasts without being used, and at the most, in milliseconds. */
export const SESSION_IDLE_MS = 7 * DAY_MS;
export const SESSION_TTL_MS = 30 * DAY_MS;

/** Whether the key works: it was not ended, its time is not over, and a session was not left alone for too long. */
export const isUsable = (key: ApiKey, now: number): boolean =>
  key.revokedAt === null &&
  (key.expiresAt === null || key.expiresAt > now) &&
  (key.origin !== 'session' || lastLife(key) + SESSION_IDLE_MS > now);

/** Whether a key that is no session works, or why it does not. */
export const stateOf = ({ revokedAt, expiresAt }: Pick<ApiKey, 'revokedAt' | 'expiresAt'>, now: number): KeyState => {
  if (revokedAt !== null) return 'revoked';
  return expiresAt === null || expiresAt > now ? 'active' : 'expired';
};

/** When the key was last used, or made. */
export const lastLife = ({ lastUsedAt, createdAt }: Pick<ApiKey, 'lastUsedAt' | 'createdAt'>): number =>
  lastUsedAt ?? createdAt;

/** What a key is narrowed to; undefined when it may do all that its user may do. */
export const scopeOf = ({ spaceIds, rights }: Pick<ApiKey, 'spaceIds' | 'rights'>): KeyScope | undefined =>
  spaceIds === null && rights === null
    ? undefined
    : { spaceIds: spaceIds && new Set(spaceIds), rights: rights && new Set(rights) };

/** A new key: base64 of `username:uuid`. Source: communifire-api.md section 1, shape of a key. */
export const newKey = (username: string): string => Buffer.from(`${username}:${randomUUID()}`).toString('base64');

const SESSION_SECRET_BYTES = 32;

/** A new secret for the cookie of a session. */
export const newSessionSecret = (): string => randomBytes(SESSION_SECRET_BYTES).toString('base64url');

/** What the database keeps of a key. Keys are random, so a fast hash protects them. */
export const hashKey = (key: string): string => hash('sha256', key, 'base64url');
