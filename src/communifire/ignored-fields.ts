import type { FastifyReply } from 'fastify';

/** How many ignored names an answer lists, and how long each may be. */
const MAX_LISTED = 20;
const MAX_NAME_LENGTH = 100;
/** The longest value of the header, in characters: proxies refuse answers with headers of a few kilobytes. */
const MAX_HEADER_LENGTH = 2_000;

/** Lists fields that were not understood, percent-encoded, beside those told before, so that a typing error can be seen. */
export const tellIgnoredFields =
  (reply: FastifyReply) =>
  (ignored: readonly string[]): void => {
    if (ignored.length === 0) return;
    const names = ignored
      .slice(0, MAX_LISTED)
      .map((name) => encodeURIComponent(name.toWellFormed().slice(0, MAX_NAME_LENGTH).toWellFormed()));
    const told = reply.getHeader('x-ignored-fields');
    const all = typeof told === 'string' ? [...told.split(', '), ...names] : names;
    reply.header('x-ignored-fields', withinLimit(all).join(', '));
  };

const withinLimit = (names: readonly string[]): string[] => {
  let length = 0;
  return names.filter((name) => {
    length += name.length + 2;
    return length <= MAX_HEADER_LENGTH;
  });
};
