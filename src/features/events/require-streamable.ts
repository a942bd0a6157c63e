import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';

/** How many streams one process keeps open: half of its connections. */
const MAX_STREAMS = 5_000;

/** How many of them one person may have: all their browsers and programs together. */
export const MAX_STREAMS_OF_USER = 50;

/** When to try again, in milliseconds: by then those that broke are noticed. */
const RETRY_MS = 15_000;

interface RequireStreamable {
  readonly hub: { readonly size: number; readonly countOf: (userId: number | null) => number };
}

/**
 * Throws TOO_MANY_STREAMS while there can still be an answer that says so. Nothing may be awaited between this and the
 * beginning of the stream: others would be let in meanwhile.
 */
export const requireStreamable = ({ actor }: Context, { hub }: RequireStreamable): void => {
  if (hub.size >= MAX_STREAMS) throw new DomainError('TOO_MANY_STREAMS', { retryAfterMs: RETRY_MS });
  if (hub.countOf(actor.userId) < MAX_STREAMS_OF_USER) return;
  const message = `You have ${MAX_STREAMS_OF_USER} streams open, which is the most: end some, or let programs share one.`;
  throw new DomainError('TOO_MANY_STREAMS', { message, retryAfterMs: RETRY_MS });
};
