import type { IncomingHttpHeaders } from 'node:http';
import type { Query } from './query.ts';

/**
 * The API key of a request: the header, or one of two names in the URL; the header wins. A `+` that was not encoded
 * arrives as a space. Source: communifire-api.md section 1, authentication.
 */
export const keyOfRequest = (headers: IncomingHttpHeaders, query: Query): string | undefined => {
  const header = headers['rest-api-key'];
  if (typeof header === 'string' && header.trim() !== '') return header.trim();
  const inUrl = query['token'] || query['rest-api-key'];
  return inUrl ? inUrl.trim().replaceAll(' ', '+') : undefined;
};
