import { hash, randomBytes } from 'node:crypto';

/** How long a link to set a password works, in milliseconds. */
export const PASSWORD_LINK_TTL_MS = 24 * 60 * 60 * 1_000;

const TOKEN_BYTES = 32;

/** A new secret for a link. */
export const newLinkToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url');

/** What the database keeps of the secret. */
export const hashLinkToken = (token: string): string => hash('sha256', token, 'base64url');
