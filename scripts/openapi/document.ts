import type { RouteOptions } from 'fastify';
import manifest from '../../package.json' with { type: 'json' };
import { API_ROOT } from '../../src/app/api-routes.ts';
import { apiOperation, sharedHeaders, sharedParameters } from './api-operation.ts';
import { communifireOperation, communifireRefusal, ignoredFieldsHeader } from './communifire-operation.ts';
import { introduction } from './introduction.ts';
import type { JsonObject } from './json.ts';
import { newParts, type Parts } from './parts.ts';
import { apiTags, communifireTags } from './tags.ts';
import { withoutUnusedComponents } from './used-components.ts';
import { sentToWebhooks } from './webhooks.ts';

/** The OpenAPI document of the server with these routes. Source: OpenAPI Specification 3.1.1. */
export const openapiDocument = (routes: readonly RouteOptions[]): JsonObject => {
  const parts = newParts();
  const paths: Record<string, Record<string, JsonObject>> = {};
  for (const route of newApiFirst(routes.filter(isDocumented))) {
    const path = pathOf(route.url);
    paths[path] = { ...paths[path], [String(route.method).toLowerCase()]: operationOf(route, parts) };
  }
  return withoutUnusedComponents({
    openapi: '3.1.1',
    info,
    servers: [{ url: '/', description: 'This instance.' }],
    security: [{ bearer: [] }, { restApiKey: [] }, { session: [] }],
    ...tagsOf(Object.values(paths).flatMap((operations) => Object.values(operations))),
    paths,
    webhooks: sentToWebhooks(parts),
    components: {
      securitySchemes,
      parameters: sharedParameters,
      headers: { ...sharedHeaders(parts), 'X-Ignored-Fields': ignoredFieldsHeader },
      responses: parts.refusals.responses,
      schemas: { ...parts.schemas.named, ...communifireRefusal },
      examples: parts.refusals.examples,
    },
  });
};

const info = {
  title: 'Casekeep',
  version: manifest.version,
  summary: 'A case tracker on your own server.',
  description: introduction,
  license: { name: 'MIT', identifier: 'MIT' },
};

const securitySchemes = {
  bearer: { type: 'http', scheme: 'bearer', description: 'An API key. Only for the new API.' },
  restApiKey: { type: 'apiKey', in: 'header', name: 'Rest-Api-Key', description: 'An API key.' },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'casekeep_session',
    description:
      'The session of a browser, begun by signing in; over HTTPS the cookie is called `__Host-casekeep_session`. It ' +
      'changes something only from pages of this server: `Sec-Fetch-Site: same-origin`, or `Origin` with its host. Only ' +
      'for the new API.',
  },
  token: {
    type: 'apiKey',
    in: 'query',
    name: 'token',
    description: 'An API key in the address: where nothing else is possible. Only for the old API.',
  },
};

/** Whether the route is an operation of one of the APIs. */
const isDocumented = ({ schema }: RouteOptions): boolean => schema?.operationId !== undefined;

const newApiFirst = (routes: readonly RouteOptions[]): RouteOptions[] => [
  ...routes.filter(isOfNewApi),
  ...routes.filter((route) => !isOfNewApi(route)),
];

const isOfNewApi = ({ url }: RouteOptions): boolean => url.startsWith(`${API_ROOT}/`);

/** `/cases/:caseId` as `/cases/{caseId}`. */
const pathOf = (url: string): string => url.replace(/:(\w+)/gu, '{$1}').replace(/\*$/u, '{path}');

const operationOf = (route: RouteOptions, parts: Parts): JsonObject =>
  isOfNewApi(route) ? apiOperation(route, parts) : communifireOperation(route, parts);

const tagsOf = (operations: readonly JsonObject[]): JsonObject => {
  const used = new Set(operations.flatMap(({ tags }) => tags as string[]));
  const known = { ...apiTags, ...communifireTags };
  const names = [...new Set([...Object.keys(known), ...used])].filter((name) => used.has(name));
  const isOld = (name: string) => name in communifireTags;
  return {
    tags: names.map((name) => ({ name, ...(name in known ? { description: known[name] } : {}) })),
    'x-tagGroups': [
      { name: `API ${API_ROOT.split('/').at(-1)}`, tags: names.filter((name) => !isOld(name)) },
      { name: 'Communifire API', tags: names.filter(isOld) },
    ].filter(({ tags }) => tags.length > 0),
  };
};
