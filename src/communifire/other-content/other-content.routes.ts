import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { DomainError } from '../../kernel/errors.ts';
import { contextOf } from '../../platform/http/request-context.ts';
import { resource } from '../../platform/http/resource.ts';
import { answer, envelopeOf } from '../envelope.ts';
import { nothingHere } from '../nothing-here.ts';
import { readSpaceId } from '../spaces/space-id.ts';
import { spaceOrTopLevel } from '../spaces/top-level.ts';

/** Lists of content that this product does not have; clients stay usable when they are empty. */
const emptyLists = ['content/list', 'content/list/*', 'events', 'announcements'];
/** The same below, where a number is a piece of content instead. */
const emptyListsBelow = ['events/:id', 'announcements/:id'];

/**
 * Content of other kinds: its lists are empty, and nothing else of it is there. Everything below /api asks for a key
 * first, what does not exist as well. Source: communifire-api.md section 3, last paragraph on other kinds of content.
 */
export const otherContentRoutes = (app: FastifyInstance): void => {
  for (const path of [...emptyLists, ...emptyListsBelow]) {
    resource(app, `/api/${path}`, emptyList);
    resource(app, `/api/spaces/:spaceid/${path}`, emptyList);
  }
  for (const url of ['/api', '/api/*']) app.all(url, { schema: { hide: true }, onRequest: nothingHere }, nothingHere);
};

const emptyList = {
  GET: {
    schema: { hide: true, response: { 200: envelopeOf(Type.Array(Type.Never())) } },
    handler: async (request: FastifyRequest) => {
      await refuseMissing(request);
      return answer([]);
    },
  },
};

const refuseMissing = async (request: FastifyRequest): Promise<void> => {
  const params = request.params as Readonly<Record<string, string | undefined>>;
  if (params['spaceid'] !== undefined) await spaceOrTopLevel(contextOf(request), readSpaceId(params));
  if (/^\d+$/u.test(params['id'] ?? '')) throw new DomainError('CONTENT_NOT_FOUND');
};
