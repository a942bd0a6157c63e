import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { expectedRevisions } from '../../../platform/http/api/entity-tag.ts';
import { Id } from '../../../platform/http/api/ids.ts';
import { reading } from '../../../platform/http/api/operation.ts';
import { writing } from '../../../platform/http/api/writing.ts';
import { resource } from '../../../platform/http/resource.ts';
import { ApiCaseAt, momentQuery, presentCaseAt, readMoment } from './case-at.wire.ts';
import { getCaseAt } from './get-case-at.ts';
import { aboutChanges, ChangesPage, changesQuery, presentChanges, readChangesPage } from './history.wire.ts';
import { listChangesByKey } from './list-changes-by-key.ts';
import { listChangesByPerson } from './list-changes-by-person.ts';
import { listChangesOfCase } from './list-changes-of-case.ts';
import { ApiRevert, presentRevert, RevertBody } from './revert.wire.ts';
import { revertChange } from './revert-change.ts';

const tag = 'History';
const params = Type.Object({ caseId: Id('The number of the case.') });
const userParams = Type.Object({ userId: Id('The ID of the user.') });
const keyParams = Type.Object({ keyId: Id('The ID of the key.') });
const list = { tag, query: changesQuery, answer: ChangesPage, description: aboutChanges };

/** History in the new API: what was changed, by whom, and what cases were before. */
export const historyRoutes = (app: FastifyInstance): void => {
  resource(app, '/cases/:caseId/history', {
    GET: reading({
      id: 'listCaseHistory',
      ...{ ...list, summary: 'List what was changed of a case', params },
      refusals: ['CASE_NOT_FOUND'],
      handler: async ({ ctx, params, query }) =>
        presentChanges(ctx, await listChangesOfCase(ctx, { ...params, ...readChangesPage(query) })),
    }),
  });
  resource(app, '/cases/:caseId/at', {
    GET: reading({
      id: 'getCaseAt',
      ...{ tag, summary: 'Read a case as it was at a revision or a time', params, query: momentQuery },
      description: 'Files are counted as far as they are there still.',
      answer: ApiCaseAt,
      refusals: ['CASE_NOT_FOUND'],
      handler: async ({ ctx, params, query }) =>
        presentCaseAt(await getCaseAt(ctx, { ...params, ...readMoment(query) })),
    }),
  });
  resource(app, '/cases/:caseId/revert', {
    POST: writing({
      id: 'revertCase',
      ...{ tag, summary: 'Take back a change of a case', params, body: RevertBody, answer: ApiRevert },
      description: `A new change with the rights, checks and history of any other. What others changed since stays as
it is; the answer says what was not taken back, and why. Taking back that a case was deleted restores it.`,
      refusals: ['CASE_NOT_FOUND', 'RIGHT_MISSING', 'CASE_CONFLICT', 'REVERT_REFUSED'],
      requestHeaders: ['If-Match'],
      handler: async ({ ctx, params, body, request, headers }) => {
        const conditions = { expectedRevisions: expectedRevisions(request.headers) };
        const revert = await revertChange(ctx, { ...params, ...body, ...conditions });
        return presentRevert({ ...params, revert, headers });
      },
    }),
  });
  resource(app, '/users/:userId/history', {
    GET: reading({
      id: 'listUserHistory',
      ...{ ...list, summary: 'List what somebody changed, of the cases that you see', params: userParams },
      refusals: ['USER_NOT_FOUND'],
      handler: async ({ ctx, params, query }) =>
        presentChanges(ctx, await listChangesByPerson(ctx, { ...params, ...readChangesPage(query) })),
    }),
  });
  resource(app, '/keys/:keyId/history', {
    GET: reading({
      id: 'listKeyHistory',
      ...{ ...list, summary: 'List what was changed with a key, of the cases that you see', params: keyParams },
      refusals: ['KEY_NOT_FOUND'],
      handler: async ({ ctx, params, query }) =>
        presentChanges(ctx, await listChangesByKey(ctx, { ...params, ...readChangesPage(query) })),
    }),
  });
};
