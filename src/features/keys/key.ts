import { hash, randomUUID } from 'node:crypto';

/** What is known of an API key; the key itself is not kept. */
export interface ApiKey {
  readonly id: number;
  readonly userId: number;
  readonly name: string;
  readonly createdAt: number;
  readonly expiresAt: number | null;
  readonly revokedAt: number | null;
}

/** A new key: base64 of `username:uuid`. Source: communifire-api.md section 1, shape of a key. */
export const newKey = (username: string): string => Buffer.from(`${username}:${randomUUID()}`).toString('base64');

/** What the database keeps of a key. Keys are random, so a fast hash protects them. */
export const hashKey = (key: string): string => hash('sha256', key, 'base64url');
