import type { FastifyReply } from 'fastify';
import { DomainError } from '../../kernel/errors.ts';

const SECOND_MS = 1_000;

/** Says when to try again, where a refusal knows it. Source: RFC 9110 section 10.2.3. */
export const tellRetryAfter = (reply: FastifyReply, error: Error): void => {
  if (!(error instanceof DomainError) || error.retryAfterMs === undefined) return;
  reply.header('retry-after', String(Math.max(1, Math.ceil(error.retryAfterMs / SECOND_MS))));
};
