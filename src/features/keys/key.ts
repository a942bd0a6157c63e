import { hash, randomUUID } from 'node:crypto';
import type { KeyScope } from '../../kernel/actor.ts';
import type { Right } from '../../kernel/permissions.ts';

/** How a key came to be: issued for a purpose, by signing in through the old API, or as the session of a browser. */
export type KeyOrigin = 'issued' | 'sign-in' | 'session';

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
}

/** What a key is narrowed to; undefined when it may do all that its user may do. */
export const scopeOf = ({ spaceIds, rights }: Pick<ApiKey, 'spaceIds' | 'rights'>): KeyScope | undefined =>
  spaceIds === null && rights === null
    ? undefined
    : { spaceIds: spaceIds && new Set(spaceIds), rights: rights && new Set(rights) };

/** A new key: base64 of `username:uuid`. Source: communifire-api.md section 1, shape of a key. */
export const newKey = (username: string): string => Buffer.from(`${username}:${randomUUID()}`).toString('base64');

/** What the database keeps of a key. Keys are random, so a fast hash protects them. */
export const hashKey = (key: string): string => hash('sha256', key, 'base64url');

/** Whether the key lets somebody in: neither revoked nor expired. */
export const isUsable = ({ revokedAt, expiresAt }: Pick<ApiKey, 'revokedAt' | 'expiresAt'>, now: number): boolean =>
  revokedAt === null && (expiresAt === null || expiresAt > now);
