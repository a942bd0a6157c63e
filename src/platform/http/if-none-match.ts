import type { IncomingHttpHeaders } from 'node:http';

/** Whether the client has what this entity tag stands for already; weak tags count. Source: RFC 9110 section 13.1.2. */
export const isAtHand = (headers: IncomingHttpHeaders, tag: string | undefined): boolean => {
  const known = (headers['if-none-match'] ?? '').split(',').map((each) => each.trim().replace(/^W\//u, ''));
  return tag !== undefined && (known.includes('*') || known.includes(tag));
};
