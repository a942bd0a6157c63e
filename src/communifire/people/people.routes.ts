import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { getPerson } from '../../features/users/get-person.ts';
import { listMembers, listPeople } from '../../features/users/list-people.ts';
import type { User } from '../../features/users/user.ts';
import { DomainError } from '../../kernel/errors.ts';
import { contextOf } from '../../platform/http/request-context.ts';
import { resource } from '../../platform/http/resource.ts';
import { described } from '../documentation.ts';
import { entityNumbers } from '../entity-types.ts';
import { answer, envelopeOf } from '../envelope.ts';
import { knownParameters } from '../known-parameters.ts';
import { readPathId } from '../path-id.ts';
import type { Query } from '../query.ts';
import { readSpaceId, TOP_LEVEL_SPACE_ID } from '../spaces/space-id.ts';
import { peopleParameters, readPeopleQuery } from './people-query.ts';
import { presentUser, presentUsers } from './present-user.ts';
import { profileOf } from './profile.ts';
import { WireUser } from './user.wire.ts';

const tag = 'People';
const listsOfSpace = { users: 'ListUsersOfSpace', members: 'ListMembersOfSpace' } as const;

const userIdInPath = { name: 'id', noun: 'user', missing: 'USER_NOT_FOUND' } as const;

/** The number under which clients ask for a user's profile. */
const USER_CONTENT = String(entityNumbers.user);

/** People. Source: communifire-api.md section 3, session and people; spaces and permissions. */
export const peopleRoutes = (app: FastifyInstance): void => {
  resource(
    app,
    '/api/users',
    peopleList('ListUsers', ({ query }) => ({ query: query as Query, spaceId: TOP_LEVEL_SPACE_ID })),
  );
  for (const path of ['users', 'members'] as const) {
    resource(
      app,
      `/api/spaces/:spaceid/${path}`,
      peopleList(listsOfSpace[path], ({ params, query }) => ({ query: query as Query, spaceId: readSpaceId(params) })),
    );
  }
  resource(app, '/api/users/:id/details', {
    GET: {
      schema: described('GetUser', { tag, summary: 'Read a user', answer: envelopeOf(WireUser) }),
      config: { parameters: knownParameters(), refusals: ['USER_NOT_FOUND'] },
      handler: async (request) => answer(await presentUser(contextOf(request), await personInPath(request))),
    },
  });
  resource(app, '/api/content/:id', {
    GET: {
      schema: described('GetProfile', {
        ...{
          tag,
          summary: 'Read the profile of a user',
          answer: envelopeOf(Type.Record(Type.String(), Type.Unknown())),
        },
      }),
      config: {
        parameters: knownParameters('contenttypeid', 'fields'),
        refusals: ['CONTENT_NOT_FOUND', 'USER_NOT_FOUND'],
      },
      handler: async (request) => {
        const query = request.query as Query;
        if ((query['contenttypeid'] ?? '').trim() !== USER_CONTENT) throw new DomainError('CONTENT_NOT_FOUND');
        return answer(await profileOf(contextOf(request), await personInPath(request), query));
      },
    },
  });
};

const personInPath = (request: FastifyRequest): Promise<User> =>
  getPerson(contextOf(request), { userId: readPathId(request.params, userIdInPath) });

/** A list of the members of a space; of the community, everybody is. */
const peopleList = (
  id: string,
  read: (request: FastifyRequest) => { readonly query: Query; readonly spaceId: number },
) => ({
  GET: {
    schema: described(id, { tag, summary: 'List users', answer: envelopeOf(Type.Array(WireUser)) }),
    config: { parameters: knownParameters(...peopleParameters), refusals: ['SPACE_NOT_FOUND'] } as const,
    handler: async (request: FastifyRequest) => {
      const ctx = contextOf(request);
      const { query, spaceId } = read(request);
      const list = readPeopleQuery(query);
      const found = spaceId === TOP_LEVEL_SPACE_ID ? listPeople(ctx, list) : listMembers(ctx, { ...list, spaceId });
      return answer(await presentUsers(ctx, await found));
    },
  },
});
