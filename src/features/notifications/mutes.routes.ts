import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { Id } from '../../platform/http/api/ids.ts';
import { reading } from '../../platform/http/api/operation.ts';
import { writing } from '../../platform/http/api/writing.ts';
import { resource } from '../../platform/http/resource.ts';
import { isCaseMuted } from './is-case-muted.ts';
import { ApiMute, presentMute } from './mute.wire.ts';
import { muteCase } from './mute-case.ts';
import { unmuteCase } from './unmute-case.ts';

const tag = 'Notifications';
const params = Type.Object({ caseId: Id('The number of the case.') });
const refusals = ['CASE_NOT_FOUND', 'RIGHT_MISSING'] as const;

/** Cases of which one does not want to be told, in the new API. */
export const mutesRoutes = (app: FastifyInstance): void => {
  resource(app, '/cases/:caseId/mute', {
    GET: reading({
      id: 'getCaseMute',
      ...{ tag, summary: 'Read whether you have muted a case', params, answer: ApiMute, refusals: ['CASE_NOT_FOUND'] },
      handler: async ({ ctx, params }) => presentMute(await isCaseMuted(ctx, params)),
    }),
    PUT: writing({
      id: 'muteCase',
      ...{ tag, summary: 'Mute a case', params, answer: ApiMute, refusals },
      description: `You are not told of it any more, except when you are mentioned in it or it is assigned to you. What you
were told already stays.`,
      handler: async ({ ctx, params }) => {
        await muteCase(ctx, params);
        return presentMute(true);
      },
    }),
    DELETE: writing({
      id: 'unmuteCase',
      ...{ tag, summary: 'Be told of a case again', params, answer: ApiMute, refusals },
      description: 'What happened to it while it was muted is not told afterwards.',
      handler: async ({ ctx, params }) => {
        await unmuteCase(ctx, params);
        return presentMute(false);
      },
    }),
  });
};
