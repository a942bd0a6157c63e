import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { idInCursor } from '../../platform/http/api/cursor.ts';
import { Id } from '../../platform/http/api/ids.ts';
import { reading } from '../../platform/http/api/operation.ts';
import { writing } from '../../platform/http/api/writing.ts';
import { resource } from '../../platform/http/resource.ts';
import { admitMember } from './admit-member.ts';
import { browseMembers } from './browse-members.ts';
import { getMember } from './get-member.ts';
import { ApiMember, MemberPage, MemberQuery, Membership, presentMember, presentMemberPage } from './member.wire.ts';
import { removeMember } from './remove-member.ts';

const tag = 'Members';
const ofSpace = Type.Object({ spaceId: Id('The ID of the space.') });
const params = Type.Object({ spaceId: Id('The ID of the space.'), userId: Id('The ID of the user.') });

/** The members of spaces in the new API. */
export const membersRoutes = (app: FastifyInstance): void => {
  resource(app, '/spaces/:spaceId/members', {
    GET: reading({
      id: 'listMembers',
      ...{ tag, summary: 'List the members of a space, by user ID' },
      ...{ params: ofSpace, query: MemberQuery, answer: MemberPage },
      refusals: ['SPACE_NOT_FOUND'],
      handler: async ({ ctx, params, query: { limit, cursor, role } }) => {
        const afterUserId = idInCursor(cursor);
        const found = await browseMembers(ctx, { ...params, role, afterUserId, limit: limit + 1 });
        return presentMemberPage(found, limit);
      },
    }),
  });
  resource(app, '/spaces/:spaceId/members/:userId', {
    GET: reading({
      id: 'getMember',
      ...{ tag, summary: 'Read the membership of a user', params, answer: ApiMember },
      refusals: ['SPACE_NOT_FOUND', 'USER_NOT_FOUND'],
      handler: async ({ ctx, params }) => presentMember(await getMember(ctx, params)),
    }),
    PUT: writing({
      id: 'setMember',
      ...{ tag, summary: 'Give a user a role in a space', params, body: Membership, answer: ApiMember },
      description: 'Makes the user a member, or gives a member another role.',
      refusals: ['SPACE_NOT_FOUND', 'USER_NOT_FOUND', 'RIGHT_MISSING'],
      handler: async ({ ctx, params, body }) => {
        await admitMember(ctx, { ...params, ...body });
        return presentMember(await getMember(ctx, params));
      },
    }),
    DELETE: writing({
      id: 'removeMember',
      ...{ tag, summary: 'End the membership of a user', params },
      description: 'Cases, comments and history of the user stay.',
      refusals: ['SPACE_NOT_FOUND', 'USER_NOT_FOUND', 'RIGHT_MISSING'],
      handler: async ({ ctx, params }) => removeMember(ctx, params),
    }),
  });
};
