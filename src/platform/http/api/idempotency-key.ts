import { hash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { invalidField } from '../../../kernel/errors.ts';

/** The longest key, in characters. */
const MAX_KEY_LENGTH = 255;

/** Visible ASCII, also in quotes, as a structured header has it. */
const KEY = /^"?([\x21\x23-\x7e]+)"?$/u;

/** Under which name a client may repeat a request, and what the request is. */
export interface IdempotencyKey {
  readonly key: string;
  /** The same for the same request only. */
  readonly fingerprint: string;
}

/**
 * The idempotency key of a request with this content; undefined without one. Throws FIELDS_INVALID.
 * Source: draft-ietf-httpapi-idempotency-key-header, sections 2.1 and 2.4.
 */
export const idempotencyKeyOf = (
  { headers, method, url, body }: FastifyRequest,
  content = JSON.stringify(body ?? null),
): IdempotencyKey | undefined => {
  const header = headers['idempotency-key'];
  if (header === undefined) return undefined;
  const key = KEY.exec(String(header))?.[1];
  if (key === undefined || key.length > MAX_KEY_LENGTH) {
    throw invalidField('Idempotency-Key', `must be 1 to ${MAX_KEY_LENGTH} visible ASCII characters`);
  }
  return { key, fingerprint: hash('sha256', `${method} ${url}\n${content}`, 'base64url') };
};
