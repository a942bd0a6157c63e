import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { listOwnSpaces } from '../../features/spaces/list-visible-spaces.ts';
import { getMe } from '../../features/users/get-me.ts';
import { contextOf } from '../../platform/http/request-context.ts';
import { resource } from '../../platform/http/resource.ts';
import { described } from '../documentation.ts';
import { knownParameters, pageParameters } from '../known-parameters.ts';
import { pageIfAsked } from '../page-query.ts';
import type { Query } from '../query.ts';
import { presentSpace } from '../spaces/present-space.ts';
import { WireSpace } from '../spaces/space.wire.ts';
import { presentUser } from './present-user.ts';
import { WireUser } from './user.wire.ts';

/** Who acts. Both answers come without an envelope. Source: communifire-api.md section 1, bare responses. */
export const meRoutes = (app: FastifyInstance): void => {
  resource(app, '/api/users/me', {
    GET: {
      schema: described('GetMe', { tag: 'People', summary: 'Whoever asks', answer: WireUser }),
      config: { parameters: knownParameters() },
      handler: async (request) => presentUser(contextOf(request), await getMe(contextOf(request))),
    },
  });
  resource(app, '/api/users/me/spaces', {
    GET: {
      schema: described('ListOwnSpaces', {
        ...{ tag: 'Spaces', summary: 'List the spaces of whoever asks', answer: Type.Array(WireSpace) },
      }),
      config: { parameters: knownParameters(...pageParameters) },
      handler: async (request) => {
        const spaces = await listOwnSpaces(contextOf(request));
        return pageIfAsked(spaces, request.query as Query).map(presentSpace);
      },
    },
  });
};
