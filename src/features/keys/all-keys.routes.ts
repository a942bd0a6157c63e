import type { FastifyInstance } from 'fastify';
import { idInCursor } from '../../platform/http/api/cursor.ts';
import { reading } from '../../platform/http/api/operation.ts';
import { resource } from '../../platform/http/resource.ts';
import { browseAllKeys } from './browse-all-keys.ts';
import { OwnedKeyPage, OwnedKeyQuery, presentOwnedKeyPage } from './owned-key.wire.ts';

/** The API keys of the whole workspace in the new API. */
export const allKeysRoutes = (app: FastifyInstance): void => {
  resource(app, '/workspace/keys', {
    GET: reading({
      id: 'listAllKeys',
      ...{
        tag: 'Keys',
        summary: 'List the API keys of everybody, the newest first',
        query: OwnedKeyQuery,
        answer: OwnedKeyPage,
      },
      refusals: ['RIGHT_MISSING'],
      handler: async ({ ctx, query: { limit, cursor, state, userId } }) => {
        const page = { state, userId, beforeId: idInCursor(cursor), limit: limit + 1 };
        return presentOwnedKeyPage(ctx, await browseAllKeys(ctx, page), limit);
      },
    }),
  });
};
