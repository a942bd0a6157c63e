import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { reading } from '../../platform/http/api/operation.ts';
import { resource } from '../../platform/http/resource.ts';
import { getPerson } from './get-person.ts';
import { ApiUser, presentUser } from './user.wire.ts';
import { UserPage, UserQuery, userPage } from './user-list.wire.ts';

const tag = 'Users';
const params = Type.Object({ userId: Type.Integer({ minimum: 1, description: 'The ID of the user.' }) });

/** People in the new API. */
export const usersRoutes = (app: FastifyInstance): void => {
  resource(app, '/users', {
    GET: reading({
      id: 'listUsers',
      ...{ tag, summary: 'List or search the people whom you can see', query: UserQuery, answer: UserPage },
      refusals: ['RIGHT_MISSING', 'SPACE_NOT_FOUND'],
      handler: async ({ ctx, query }) => userPage(ctx, query),
    }),
  });
  resource(app, '/users/:userId', {
    GET: reading({
      id: 'getUser',
      ...{ tag, summary: 'Read a user', params, answer: ApiUser },
      description: 'Also somebody who has no access any more: cases and comments still refer to them.',
      refusals: ['USER_NOT_FOUND'],
      handler: async ({ ctx, params }) => presentUser(ctx, await getPerson(ctx, params)),
    }),
  });
};
