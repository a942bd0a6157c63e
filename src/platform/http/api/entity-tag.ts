import type { IncomingHttpHeaders } from 'node:http';

/** The strong entity tag of a revision. Source: RFC 9110 section 8.8.3. */
export const entityTag = (revision: number): string => `"${revision}"`;

/**
 * The revisions that the request is meant for; undefined when it does not say, or says any (`*`). What is no tag of
 * ours matches nothing, weak tags neither. Source: RFC 9110 section 13.1.1.
 */
export const expectedRevisions = (headers: IncomingHttpHeaders): readonly number[] | undefined => {
  const header = headers['if-match']?.trim();
  if (header === undefined || header === '*') return undefined;
  return header.split(',').flatMap((tag) => {
    const revision = /^"(\d{1,15})"$/u.exec(tag.trim())?.[1];
    return revision === undefined ? [] : [Number(revision)];
  });
};
