import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { entityTag, expectedRevisions } from '../../platform/http/api/entity-tag.ts';
import { Id } from '../../platform/http/api/ids.ts';
import { reading } from '../../platform/http/api/operation.ts';
import { writing } from '../../platform/http/api/writing.ts';
import { resource } from '../../platform/http/resource.ts';
import { CasePatch, NewCase, ShapedCase, shapeQuery } from './case.wire.ts';
import { presentCase, readShape } from './case-shape.wire.ts';
import { changeCase } from './change-case.wire.ts';
import { createCase } from './create-case.ts';
import { deleteCase } from './delete-case.ts';
import { getCase } from './get-case.ts';
import { ApiCaseCounts, countsQuery, presentCounts } from './list/case-counts.wire.ts';
import { CaseList, listQuery, presentCaseList, readCaseList } from './list/case-list.wire.ts';
import { countCasesByQuery } from './list/count-cases-by-query.ts';
import { listCasesByQuery } from './list/list-cases-by-query.ts';

const tag = 'Cases';
const params = Type.Object({ caseId: Id('The number of the case.') });
const query = Type.Object(shapeQuery, { additionalProperties: false });

/** Cases in the new API. */
export const casesRoutes = (app: FastifyInstance): void => {
  resource(app, '/cases', {
    GET: reading({
      id: 'listCases',
      ...{ tag, summary: 'List cases', query: listQuery, answer: CaseList },
      description: `The cases that the query is about. Pages go on from the last case, so that changes in between neither
repeat nor hide any other. When texts are hard to find, a page can have fewer cases than the limit although there are more:
\`next\` tells.`,
      handler: async ({ ctx, query }) => {
        const shape = readShape(query);
        return presentCaseList(ctx, await listCasesByQuery(ctx, readCaseList(query)), shape);
      },
    }),
    POST: writing({
      id: 'createCase',
      ...{ tag, summary: 'Create a case', query, body: NewCase, answer: ShapedCase, status: 201 },
      refusals: ['RIGHT_MISSING', 'SPACE_ARCHIVED'],
      answerHeaders: ['ETag', 'Location'],
      handler: async ({ ctx, body, query, headers }) => {
        const found = await getCase(ctx, { caseId: await createCase(ctx, { properties: body }) });
        headers['location'] = `/api/v1/cases/${found.id}`;
        headers['etag'] = entityTag(found.revision);
        return presentCase(ctx, found, readShape(query));
      },
    }),
  });
  resource(app, '/cases/counts', {
    GET: reading({
      id: 'countCases',
      ...{ tag, summary: 'Count cases by a property', query: countsQuery, answer: ApiCaseCounts },
      description: 'How many of the cases that the query is about have each value of the property.',
      handler: async ({ ctx, query }) => presentCounts(query.groupBy, await countCasesByQuery(ctx, query)),
    }),
  });
  resource(app, '/cases/:caseId', {
    GET: reading({
      id: 'getCase',
      ...{ tag, summary: 'Read a case', params, query, answer: ShapedCase },
      refusals: ['CASE_NOT_FOUND'],
      ...{ requestHeaders: ['If-None-Match'], answerHeaders: ['ETag'] },
      handler: async ({ ctx, params, query, headers }) => {
        const found = await getCase(ctx, params);
        headers['etag'] = entityTag(found.revision);
        return presentCase(ctx, found, readShape(query));
      },
    }),
    PATCH: writing({
      id: 'updateCase',
      ...{ tag, summary: 'Change properties of a case', params, query, body: CasePatch, answer: ShapedCase },
      description: `A merge patch (RFC 7396): properties that are not named stay as they are. With \`If-Match\` it is
refused as soon as the case was changed by somebody else; without, changes are merged property by property.`,
      refusals: ['CASE_NOT_FOUND', 'RIGHT_MISSING', 'SPACE_ARCHIVED', 'CASE_CONFLICT'],
      ...{ requestHeaders: ['If-Match'], answerHeaders: ['ETag'] },
      handler: async ({ ctx, params, query, body, request, headers }) => {
        const shape = readShape(query);
        const expected = expectedRevisions(request.headers);
        const changed = await changeCase(ctx, { ...params, body, expectedRevisions: expected });
        headers['etag'] = entityTag(changed.revision);
        return presentCase(ctx, changed, shape);
      },
    }),
    DELETE: writing({
      id: 'deleteCase',
      ...{ tag, summary: 'Move a case to the bin', params },
      refusals: ['CASE_NOT_FOUND', 'RIGHT_MISSING', 'SPACE_ARCHIVED', 'CASE_CONFLICT'],
      requestHeaders: ['If-Match'],
      handler: async ({ ctx, params, request }) =>
        deleteCase(ctx, { ...params, expectedRevisions: expectedRevisions(request.headers) }),
    }),
  });
};
