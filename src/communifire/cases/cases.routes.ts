import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { createCase } from '../../features/cases/create-case.ts';
import { deleteCase } from '../../features/cases/delete-case.ts';
import { getCase } from '../../features/cases/get-case.ts';
import { listCases } from '../../features/cases/list/list-cases.ts';
import { updateCase } from '../../features/cases/update-case.ts';
import { contextOf } from '../../platform/http/request-context.ts';
import { resource } from '../../platform/http/resource.ts';
import { mediaRootOf } from '../attachments/media-root.ts';
import { described } from '../documentation.ts';
import { answer, envelopeOf, written } from '../envelope.ts';
import { tellIgnoredFields } from '../ignored-fields.ts';
import { knownParameters } from '../known-parameters.ts';
import { readPage } from '../page-query.ts';
import { caseIdInPath, readPathId } from '../path-id.ts';
import type { Query } from '../query.ts';
import { CaseUpdateBody, caseFieldNames, NewCaseBody, readCaseUpdate, readNewCase, WireCase } from './case.wire.ts';
import { caseListParameters, readCaseFilter, readSort } from './case-query.ts';
import { presentCases, presentOneCase } from './present-case.ts';

const tag = 'Cases';
const written200 = envelopeOf(Type.Integer());
const config = { fieldNames: caseFieldNames, parameters: knownParameters() };
const changing = { ...config, refusals: ['CASE_NOT_FOUND', 'RIGHT_MISSING', 'SPACE_ARCHIVED'] } as const;

/** Cases. Source: communifire-api.md sections 2 and 3. */
export const casesRoutes = (app: FastifyInstance): void => {
  resource(app, '/api/cases/:caseid', {
    PUT: {
      schema: described('UpdateCase', { tag, summary: 'Update a case', answer: written200 }),
      config: { ...changing, body: CaseUpdateBody },
      handler: async (request, reply) => {
        const caseId = readPathId(request.params, caseIdInPath);
        const { values } = readCaseUpdate(request.body, tellIgnoredFields(reply));
        await updateCase(contextOf(request), { caseId, changes: values });
        return written(caseId);
      },
    },
    GET: {
      schema: described('GetCase', { tag, summary: 'Read a case', answer: envelopeOf(WireCase) }),
      config: { ...config, refusals: ['CASE_NOT_FOUND'] },
      handler: async (request) => {
        const ctx = contextOf(request);
        const found = await getCase(ctx, { caseId: readPathId(request.params, caseIdInPath) });
        return answer(await presentOneCase(ctx, { found, mediaRoot: mediaRootOf(request) }));
      },
    },
    DELETE: {
      schema: described('DeleteCase', { tag, summary: 'Move a case to the bin', answer: written200 }),
      config: changing,
      handler: async (request) => {
        const caseId = readPathId(request.params, caseIdInPath);
        await deleteCase(contextOf(request), { caseId });
        return written(caseId);
      },
    },
  });
  resource(app, '/api/cases', {
    POST: {
      schema: described('CreateCase', { tag, summary: 'Create a case', answer: written200 }),
      config: { ...config, refusals: ['RIGHT_MISSING', 'SPACE_ARCHIVED'], body: NewCaseBody },
      handler: async (request, reply) => {
        const { values } = readNewCase(request.body, tellIgnoredFields(reply));
        const caseId = await createCase(contextOf(request), { properties: values });
        return written(caseId);
      },
    },
    GET: {
      schema: described('ListCases', { tag, summary: 'List cases', answer: envelopeOf(Type.Array(WireCase)) }),
      config: { parameters: caseListParameters },
      handler: async (request) => {
        const ctx = contextOf(request);
        const query = request.query as Query;
        const list = { filter: readCaseFilter(query), sort: readSort(query), page: readPage(query) };
        const cases = await listCases(ctx, list);
        return answer(await presentCases(ctx, { cases, mediaRoot: mediaRootOf(request) }));
      },
    },
  });
};
