import type { FastifyInstance } from 'fastify';
import { reading } from '../../platform/http/api/operation.ts';
import { resource } from '../../platform/http/resource.ts';
import { describeMe } from './describe-me.ts';
import { ApiMe, presentMe } from './me.wire.ts';

const tag = 'Me';

/** Whoever asks, in the new API. */
export const meRoutes = (app: FastifyInstance): void => {
  resource(app, '/me', {
    GET: reading({
      id: 'getMe',
      ...{ tag, summary: 'Read who you are and what you may do', answer: ApiMe },
      handler: async ({ ctx }) => presentMe(ctx, await describeMe(ctx)),
    }),
  });
};
