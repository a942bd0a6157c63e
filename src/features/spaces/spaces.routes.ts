import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { Id } from '../../platform/http/api/ids.ts';
import { reading } from '../../platform/http/api/operation.ts';
import { writing } from '../../platform/http/api/writing.ts';
import { resource } from '../../platform/http/resource.ts';
import { browseSpaces } from './browse-spaces.ts';
import { changeSpace } from './change-space.ts';
import { createSpace } from './create-space.ts';
import { getSpace } from './get-space.ts';
import { membersRoutes } from './members.routes.ts';
import {
  ApiSpace,
  NewSpace,
  presentSpace,
  presentSpacePage,
  readSpaceCursor,
  SpacePage,
  SpacePatch,
  SpaceQuery,
} from './space.wire.ts';

const tag = 'Spaces';
const params = Type.Object({ spaceId: Id('The ID of the space.') });

/** Spaces and their members in the new API. */
export const spacesRoutes = (app: FastifyInstance): void => {
  resource(app, '/spaces', {
    GET: reading({
      id: 'listSpaces',
      ...{ tag, summary: 'List the spaces you can see, by name', query: SpaceQuery, answer: SpacePage },
      handler: async ({ ctx, query: { limit, cursor, archived } }) => {
        const after = readSpaceCursor(cursor);
        const found = await browseSpaces(ctx, { archived, after, limit: limit + 1 });
        return presentSpacePage(ctx.actor.userId, found, limit);
      },
    }),
    POST: writing({
      id: 'createSpace',
      ...{ tag, summary: 'Create a space', body: NewSpace, answer: ApiSpace, status: 201 },
      description: 'With the usual statuses and priorities. It needs a project before it can have cases.',
      refusals: ['RIGHT_MISSING'],
      handler: async ({ ctx, body, headers }) => {
        const spaceId = await createSpace(ctx, body);
        headers['location'] = `/api/v1/spaces/${spaceId}`;
        return presentSpace(ctx.actor.userId, await getSpace(ctx, { spaceId }));
      },
    }),
  });
  resource(app, '/spaces/:spaceId', {
    GET: reading({
      id: 'getSpace',
      ...{ tag, summary: 'Read a space', params, answer: ApiSpace, refusals: ['SPACE_NOT_FOUND'] },
      handler: async ({ ctx, params }) => presentSpace(ctx.actor.userId, await getSpace(ctx, params)),
    }),
    PATCH: writing({
      id: 'updateSpace',
      ...{ tag, summary: 'Change properties of a space', params, body: SpacePatch, answer: ApiSpace },
      description: 'A merge patch (RFC 7396): properties that are not named stay as they are; all change or none.',
      refusals: ['SPACE_NOT_FOUND', 'RIGHT_MISSING'],
      handler: async ({ ctx, params, body }) => {
        await changeSpace(ctx, { ...params, changes: body });
        return presentSpace(ctx.actor.userId, await getSpace(ctx, params));
      },
    }),
  });
  membersRoutes(app);
};
