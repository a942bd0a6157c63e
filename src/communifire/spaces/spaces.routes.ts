import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { contextOf } from '../../platform/http/request-context.ts';
import { resource } from '../../platform/http/resource.ts';
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

const yesOrNoByName = { response: { 200: envelopeOf(Type.Record(Type.String(), Type.Boolean())) } };

/** Spaces and permissions. Source: communifire-api.md section 3, spaces and permissions. */
export const spacesRoutes = (app: FastifyInstance): void => {
  resource(app, '/api/spaces', {
    GET: {
      schema: { response: { 200: envelopeOf(Type.Array(WireSpace)) } },
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
      schema: { response: { 200: envelopeOf(WireSpace) } },
      config: { parameters: knownParameters() },
      handler: async (request) =>
        answer(presentSpace(await spaceOrTopLevel(contextOf(request), readSpaceId(request.params)))),
    },
  });
  resource(app, '/api/spaces/:spaceid/entityaccess', {
    GET: {
      schema: yesOrNoByName,
      config: { parameters: knownParameters('entityCsv') },
      handler: async (request) => {
        await spaceOrTopLevel(contextOf(request), readSpaceId(request.params));
        return answer(entityAccess(request.query as Query));
      },
    },
  });
  resource(app, '/api/permissions/access', {
    GET: {
      schema: yesOrNoByName,
      config: { parameters: knownParameters('entitytype', 'permissionsCsv', 'spaceID', 'entityid') },
      handler: async (request) => {
        const question = readPermissionQuestion(request.query as Query);
        return answer(await answerPermissionQuestion(contextOf(request), question));
      },
    },
  });
};
