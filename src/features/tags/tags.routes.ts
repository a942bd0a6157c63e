import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { encodeCursor } from '../../platform/http/api/cursor.ts';
import { Id } from '../../platform/http/api/ids.ts';
import { reading } from '../../platform/http/api/operation.ts';
import { resource } from '../../platform/http/resource.ts';
import { listTags } from './list-tags.ts';
import { readTagCursor, TagPage, TagQuery } from './tag.wire.ts';

/** The tags of spaces in the new API. */
export const tagsRoutes = (app: FastifyInstance): void => {
  resource(app, '/spaces/:spaceId/tags', {
    GET: reading({
      id: 'listTags',
      ...{ tag: 'Tags', summary: 'List the tags of the cases in a space, in alphabetical order' },
      params: Type.Object({ spaceId: Id('The ID of the space.') }),
      ...{ query: TagQuery, answer: TagPage, refusals: ['SPACE_NOT_FOUND'] },
      handler: async ({ ctx, params, query: { limit, cursor, q = '' } }) => {
        const { tags, next } = await listTags(ctx, { ...params, prefix: q, after: readTagCursor(cursor), limit });
        return { items: [...tags], next: next === undefined ? null : encodeCursor([next]) };
      },
    }),
  });
};
