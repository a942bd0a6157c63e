import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { Id } from '../../platform/http/api/ids.ts';
import { reading } from '../../platform/http/api/operation.ts';
import { writing } from '../../platform/http/api/writing.ts';
import { resource } from '../../platform/http/resource.ts';
import { createView } from './create-view.ts';
import { deleteView } from './delete-view.ts';
import { getView } from './get-view.ts';
import { listViews } from './list-views.ts';
import { updateView } from './update-view.ts';
import {
  ApiView,
  NewView,
  presentView,
  presentViewPage,
  readViewList,
  ViewPage,
  ViewPatch,
  viewQuery,
} from './view.wire.ts';

const tag = 'Views';
const params = Type.Object({ viewId: Id('The ID of the view.') });

/** Saved views in the new API. */
export const viewsRoutes = (app: FastifyInstance): void => {
  resource(app, '/views', {
    GET: reading({
      id: 'listViews',
      ...{ tag, summary: 'List your views and those shared with you', query: viewQuery, answer: ViewPage },
      handler: async ({ ctx, query }) => presentViewPage(await listViews(ctx, readViewList(query)), query.limit),
    }),
    POST: writing({
      id: 'createView',
      ...{ tag, summary: 'Save a query as a view', body: NewView, answer: ApiView, status: 201 },
      description: 'Sharing it with a space needs the right Create there. The query must be valid for you.',
      refusals: ['RIGHT_MISSING', 'CONFIGURATION_CONFLICT'],
      handler: async ({ ctx, body, headers }) => {
        const viewId = await createView(ctx, body);
        headers['location'] = `/api/v1/views/${viewId}`;
        return presentView(await getView(ctx, { viewId }));
      },
    }),
  });
  resource(app, '/views/:viewId', {
    GET: reading({
      id: 'getView',
      ...{ tag, summary: 'Read a view', params, answer: ApiView, refusals: ['VIEW_NOT_FOUND'] },
      handler: async ({ ctx, params }) => presentView(await getView(ctx, params)),
    }),
    PATCH: writing({
      id: 'updateView',
      ...{ tag, summary: 'Change a view', params, body: ViewPatch, answer: ApiView },
      description: 'A merge patch (RFC 7396). Authors change their views; managers those shared with their space.',
      refusals: ['VIEW_NOT_FOUND', 'RIGHT_MISSING'],
      handler: async ({ ctx, params, body }) => {
        await updateView(ctx, { ...params, changes: body });
        return presentView(await getView(ctx, params));
      },
    }),
    DELETE: writing({
      id: 'deleteView',
      ...{ tag, summary: 'Delete a view', params, refusals: ['VIEW_NOT_FOUND', 'RIGHT_MISSING'] },
      handler: ({ ctx, params }) => deleteView(ctx, params),
    }),
  });
};
