import type { FastifyInstance } from 'fastify';
import { stranger } from '../../kernel/actor.ts';
import { Context, type Platform } from '../../platform/context.ts';
import { reading } from '../../platform/http/api/operation.ts';
import { writing } from '../../platform/http/api/writing.ts';
import { resource } from '../../platform/http/resource.ts';
import { getWorkspace } from './get-workspace.ts';
import { renameWorkspace } from './rename-workspace.ts';
import { ApiWorkspace, presentWorkspace, WorkspacePatch } from './workspace.wire.ts';

const tag = 'Workspace';

/** What the workspace is called, in the new API. */
export const workspaceRoutes = (app: FastifyInstance, platform: Platform): void => {
  const read = reading({
    id: 'getWorkspace',
    ...{ tag, summary: 'Read what the workspace is called', answer: ApiWorkspace },
    description: 'It needs no key: the page where one signs in says it. A key that is sent must be one, though.',
    refusals: ['KEY_UNKNOWN'],
    handler: async ({ ctx }) => presentWorkspace(ctx, await getWorkspace(ctx)),
  });
  resource(app, '/workspace', {
    GET: {
      ...read,
      config: { ...read.config, withoutKey: true },
      onRequest: async (request) => {
        request.context ??= new Context(platform, stranger('v1'));
      },
    },
    PATCH: writing({
      id: 'updateWorkspace',
      ...{ tag, summary: 'Name the workspace', body: WorkspacePatch, answer: ApiWorkspace },
      description: 'A merge patch (RFC 7396), for administrators.',
      refusals: ['RIGHT_MISSING'],
      handler: async ({ ctx, body }) => {
        await renameWorkspace(ctx, body);
        return presentWorkspace(ctx, await getWorkspace(ctx));
      },
    }),
  });
};
