import type { FastifyRequest } from 'fastify';
import { invalidField } from '../../../kernel/errors.ts';
import { credentialOf } from '../request-context.ts';
import { type AnswerSeal, answerSeal } from './answer-seal.ts';

/** The longest key, in characters. */
const MAX_KEY_LENGTH = 255;

/** Visible ASCII, also in quotes, as a structured header has it. */
const KEY = /^"?([\x21\x23-\x7e]+)"?$/u;

/** Under which name a client may repeat a request, and what the request is. */
export interface IdempotencyKey {
  readonly key: string;
  /** The same for the same request with the same API key or session only. */
  readonly fingerprint: string;
  /** Closes the answer that is kept. */
  readonly seal: AnswerSeal;
}

/**
 * The idempotency key of a request with this content; undefined without one. Throws FIELDS_INVALID.
 * Source: draft-ietf-httpapi-idempotency-key-header, sections 2.1 and 2.4.
 */
export const idempotencyKeyOf = (request: FastifyRequest, content?: string): IdempotencyKey | undefined => {
  const { headers, method, url, body = null } = request;
  const header = headers['idempotency-key'];
  if (header === undefined) return undefined;
  const key = KEY.exec(String(header))?.[1];
  if (key === undefined || key.length > MAX_KEY_LENGTH) {
    throw invalidField('Idempotency-Key', `must be 1 to ${MAX_KEY_LENGTH} visible ASCII characters`);
  }
  const seal = answerSeal({ credential: credentialOf(request), key });
  return { key, fingerprint: seal.fingerprintOf(`${method} ${url}\n${content ?? JSON.stringify(body)}`), seal };
};
