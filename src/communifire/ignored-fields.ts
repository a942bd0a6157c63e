import type { FastifyReply } from 'fastify';

/** How many ignored names an answer lists, and how long each may be. */
const MAX_LISTED = 20;
const MAX_NAME_LENGTH = 100;

/** Lists fields that were not understood, percent-encoded, so that a typing error can be seen. */
export const tellIgnoredFields = (reply: FastifyReply, ignored: readonly string[]): void => {
  if (ignored.length === 0) return;
  const names = ignored
    .slice(0, MAX_LISTED)
    .map((name) => encodeURIComponent(name.toWellFormed().slice(0, MAX_NAME_LENGTH).toWellFormed()));
  reply.header('x-ignored-fields', names.join(', '));
};
