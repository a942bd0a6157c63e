import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { Id } from '../../platform/http/api/ids.ts';
import { reading } from '../../platform/http/api/operation.ts';
import { writing } from '../../platform/http/api/writing.ts';
import { resource } from '../../platform/http/resource.ts';
import { changeUser } from './change-user.ts';
import { createUser } from './create-user.ts';
import { getPerson } from './get-person.ts';
import { issuePasswordLink } from './issue-password-link.ts';
import { ApiUser, presentUser } from './user.wire.ts';
import { NewUserBody, PasswordLink, presentPasswordLink, readUserPatch, UserPatch } from './user-change.wire.ts';
import { UserPage, UserQuery, userPage } from './user-list.wire.ts';

const tag = 'Users';
const params = Type.Object({ userId: Id('The ID of the user.') });

/** People in the new API. */
export const usersRoutes = (app: FastifyInstance): void => {
  resource(app, '/users', {
    GET: reading({
      id: 'listUsers',
      ...{ tag, summary: 'List or search the people whom you can see', query: UserQuery, answer: UserPage },
      refusals: ['RIGHT_MISSING', 'SPACE_NOT_FOUND'],
      handler: async ({ ctx, query }) => userPage(ctx, query),
    }),
    POST: writing({
      id: 'createUser',
      ...{ tag, summary: 'Create a user', body: NewUserBody, answer: ApiUser, status: 201 },
      description: 'For administrators. The user has no password yet: a link lets them set one.',
      refusals: ['RIGHT_MISSING'],
      handler: async ({ ctx, body, headers }) => {
        const userId = await createUser(ctx, body);
        headers['location'] = `/api/v1/users/${userId}`;
        return presentUser(ctx, await getPerson(ctx, { userId }));
      },
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
    PATCH: writing({
      id: 'updateUser',
      ...{ tag, summary: 'Change, deactivate or activate a user', params, body: UserPatch, answer: ApiUser },
      description: `For administrators; a merge patch (RFC 7396), all of it or nothing. The last active administrator
cannot be deactivated or made a member.`,
      refusals: ['USER_NOT_FOUND', 'RIGHT_MISSING', 'LAST_ADMINISTRATOR'],
      handler: async ({ ctx, params, body }) => {
        await changeUser(ctx, { ...params, changes: readUserPatch(body) });
        return presentUser(ctx, await getPerson(ctx, params));
      },
    }),
  });
  resource(app, '/users/:userId/password-link', {
    POST: writing({
      id: 'createPasswordLink',
      ...{ tag, summary: 'Make a link with which a user sets a password', params, answer: PasswordLink },
      description: 'For administrators. It works once, for a day; earlier links of the user stop working.',
      refusals: ['USER_NOT_FOUND', 'RIGHT_MISSING'],
      handler: async ({ ctx, params, request }) =>
        presentPasswordLink(ctx, request, await issuePasswordLink(ctx, params)),
    }),
  });
};
