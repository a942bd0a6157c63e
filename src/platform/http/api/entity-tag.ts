import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyRequest } from 'fastify';
import { invalidField } from '../../../kernel/errors.ts';

/** The strong entity tag of a revision. Source: RFC 9110 section 8.8.3. */
export const entityTag = (revision: number): string => `"${revision}"`;

/** One entity tag with what stands before the next one. Source: RFC 9110 section 8.8.3. */
const TAG = /\s*(W\/)?"([\x21\x23-\x7e\x80-\xff]*)"\s*(?:,|$)/uy;

/**
 * The revisions that the request is meant for; undefined when it does not say, or says any (`*`). Tags that are none of
 * ours match nothing. Throws FIELDS_INVALID for what is no strong tag: answered as a conflict, it would send a client that
 * reads again round in circles. Source: RFC 9110 section 13.1.1.
 */
export const expectedRevisions = (headers: IncomingHttpHeaders): readonly number[] | undefined => {
  const header = headers['if-match']?.trim();
  if (header === undefined || header === '*') return undefined;
  return strongTags(header).flatMap((tag) => (/^\d{1,15}$/u.test(tag) ? [Number(tag)] : []));
};

const strongTags = (header: string): string[] => {
  const tags: string[] = [];
  for (let at = 0; at < header.length || tags.length === 0; at = TAG.lastIndex) {
    TAG.lastIndex = at;
    const [, weak, tag] = TAG.exec(header) ?? [];
    if (tag === undefined) throw invalidField('If-Match', 'must be an entity tag in quotes, such as "3"');
    if (weak !== undefined) {
      throw invalidField('If-Match', 'must be a strong entity tag, such as "3": weak ones (W/"3") never match');
    }
    tags.push(tag);
  }
  return tags;
};

/** Throws FIELDS_INVALID when a change is meant for one revision only, of an operation that would not look. */
export const requireHeededIfMatch = ({ headers, routeOptions: { config } }: FastifyRequest): void => {
  if (headers['if-match'] === undefined || config.writes !== true) return;
  if (config.requestHeaders?.includes('If-Match') === true) return;
  throw invalidField('If-Match', 'is not heeded here: leave it out');
};
