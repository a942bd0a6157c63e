import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { contextOf } from '../../platform/http/request-context.ts';
import { resource } from '../../platform/http/resource.ts';
import { described } from '../documentation.ts';
import { answer, envelopeOf } from '../envelope.ts';
import { knownParameters, pageParameters } from '../known-parameters.ts';
import { pageIfAsked } from '../page-query.ts';
import type { Query } from '../query.ts';
import { entityAccess } from './entity-access.ts';
import { answerPermissionQuestion, readPermissionQuestion } from './permission-question.ts';
import { presentSpace } from './present-space.ts';
import { WireSpace } from './space.wire.ts';
import { readSpaceId } from './space-id.ts';
import { listSpacesWithStatus } from './space-status.ts';
import { spaceOrTopLevel } from './top-level.ts';

const tag = 'Spaces';
const yesOrNoByName = envelopeOf(Type.Record(Type.String(), Type.Boolean()));

/** Spaces and permissions. Source: communifire-api.md section 3, spaces and permissions. */
export const spacesRoutes = (app: FastifyInstance): void => {
  resource(app, '/api/spaces', {
    GET: {
      schema: described('ListSpaces', { tag, summary: 'List spaces', answer: envelopeOf(Type.Array(WireSpace)) }),
      config: { parameters: knownParameters('status', ...pageParameters) },
      handler: async (request) => {
        const query = request.query as Query;
        const spaces = await listSpacesWithStatus(contextOf(request), query);
        return answer(pageIfAsked(spaces, query).map(presentSpace));
      },
    },
  });
  resource(app, '/api/spaces/:spaceid', {
    GET: {
      schema: described('GetSpace', { tag, summary: 'Read a space', answer: envelopeOf(WireSpace) }),
      config: { parameters: knownParameters(), refusals: ['SPACE_NOT_FOUND'] },
      handler: async (request) =>
        answer(presentSpace(await spaceOrTopLevel(contextOf(request), readSpaceId(request.params)))),
    },
  });
  resource(app, '/api/spaces/:spaceid/entityaccess', {
    GET: {
      schema: described('GetEntityAccess', {
        ...{ tag, summary: 'Which kinds of content a space has', answer: yesOrNoByName },
      }),
      config: { parameters: knownParameters('entityCsv'), refusals: ['SPACE_NOT_FOUND'] },
      handler: async (request) => {
        await spaceOrTopLevel(contextOf(request), readSpaceId(request.params));
        return answer(entityAccess(request.query as Query));
      },
    },
  });
  resource(app, '/api/permissions/access', {
    GET: {
      schema: described('GetPermissions', { tag, summary: 'What one may do', answer: yesOrNoByName }),
      config: {
        parameters: knownParameters('entitytype', 'permissionsCsv', 'spaceID', 'entityid'),
        refusals: ['SPACE_NOT_FOUND', 'CASE_NOT_FOUND'],
      },
      handler: async (request) => {
        const question = readPermissionQuestion(request.query as Query);
        return answer(await answerPermissionQuestion(contextOf(request), question));
      },
    },
  });
};
