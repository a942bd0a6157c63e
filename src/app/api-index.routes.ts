import type { FastifyInstance } from 'fastify';
import manifest from '../../package.json' with { type: 'json' };
import { resource } from '../platform/http/resource.ts';

/** What this server is, and where to go on: for whoever has nothing but its address. */
const index = {
  name: 'Casekeep',
  version: manifest.version,
  links: {
    reference: '/docs/api',
    document: '/openapi.json',
    me: '/api/v1/me',
    cases: '/api/v1/cases',
    events: '/api/v1/events',
  },
  authentication: 'Authorization: Bearer <key>, or Rest-Api-Key: <key>',
};

/** The root of the new API. It needs no key. */
export const apiIndexRoute = (app: FastifyInstance): void => {
  resource(app, '/', {
    GET: { schema: { hide: true }, config: { withoutKey: true }, handler: async () => index },
  });
};
