import type { FastifyReply, FastifyRequest } from 'fastify';
import { tellIgnoredFields } from './ignored-fields.ts';
import { namesInUrl, type Query } from './query.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * The parameters that the route reads from the URL, by their names in lower case, as they are spelled; without them,
     * nothing is told about others.
     */
    readonly parameters?: ReadonlyMap<string, string>;
  }
}

/** What belongs to every request: keys, and the number with which clients get around caches. */
export const everywhere = ['token', 'rest-api-key', '_'];

/** Which page of a list. */
export const pageParameters = ['StartPage', 'PageLength', 'PageSize'] as const;

/** The parameters of a route, for its configuration. */
export const knownParameters = (...names: readonly string[]): ReadonlyMap<string, string> =>
  new Map([...names, ...everywhere].map((name) => [name.toLowerCase(), name]));

/** Lists parameters that the route does not read beside the fields it does not know, so that a typing error is seen. */
export const tellIgnoredParameters = (request: FastifyRequest, reply: FastifyReply): void => {
  // Looking up the route costs more than the rest, and most requests have nothing in the URL.
  const names = Object.keys(request.query as Query);
  if (names.length === 0) return;
  const known = request.routeOptions.config.parameters;
  if (known === undefined || names.every((name) => known.has(name))) return;
  tellIgnoredFields(reply)(namesInUrl(request.url).filter((name) => !known.has(name.toLowerCase())));
};
