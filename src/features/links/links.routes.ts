import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { entityTag, expectedRevisions } from '../../platform/http/api/entity-tag.ts';
import { Id } from '../../platform/http/api/ids.ts';
import { reading } from '../../platform/http/api/operation.ts';
import { writing } from '../../platform/http/api/writing.ts';
import { resource } from '../../platform/http/resource.ts';
import { closeAsDuplicate } from './close-as-duplicate.ts';
import { getLinkOfCase } from './get-link-of-case.ts';
import { ApiLink, DuplicateOf, LinkList, NewLink, presentLink, presentLinks } from './link.wire.ts';
import { linkCases } from './link-cases.ts';
import { listLinksOfCase } from './list-links-of-case.ts';
import { unlinkCases } from './unlink-cases.ts';

const tag = 'Links';
const ofCase = Type.Object({ caseId: Id('The number of the case.') });
const ofLink = Type.Object({ linkId: Id('The ID of the link.') });

/** Links between cases in the new API. */
export const linksRoutes = (app: FastifyInstance): void => {
  resource(app, '/cases/:caseId/links', {
    GET: reading({
      id: 'listCaseLinks',
      ...{ tag, summary: 'List what a case is linked with', params: ofCase, answer: LinkList },
      description: 'Links with cases that you do not see are left out, and so are those with cases in the bin.',
      refusals: ['CASE_NOT_FOUND'],
      handler: async ({ ctx, params }) => presentLinks(await listLinksOfCase(ctx, params)),
    }),
    POST: writing({
      id: 'linkCases',
      ...{ tag, summary: 'Link a case with another one', params: ofCase, body: NewLink, answer: ApiLink, status: 201 },
      description: `Whoever may change the case links it with any that they see. Of each kind there is one link between two
cases, whichever of them it is told from.`,
      refusals: ['CASE_NOT_FOUND', 'RIGHT_MISSING', 'SPACE_ARCHIVED', 'LINK_EXISTS', 'LINK_LIMIT_REACHED'],
      handler: async ({ ctx, params: { caseId }, body: { relation, caseId: otherCaseId } }) => {
        const link = await linkCases(ctx, { caseId, relation, otherCaseId });
        return presentLink(await getLinkOfCase(ctx, { caseId, link }));
      },
    }),
  });
  resource(app, '/links/:linkId', {
    DELETE: writing({
      id: 'deleteLink',
      ...{ tag, summary: 'Take a link between two cases away', params: ofLink },
      description: 'Whoever sees both cases and may change one of them can.',
      refusals: ['LINK_NOT_FOUND', 'RIGHT_MISSING', 'SPACE_ARCHIVED'],
      handler: ({ ctx, params }) => unlinkCases(ctx, params),
    }),
  });
  resource(app, '/cases/:caseId/duplicate-of', {
    POST: writing({
      id: 'closeAsDuplicate',
      ...{ tag, summary: 'Close a case as a duplicate', params: ofCase, body: DuplicateOf, answer: ApiLink },
      description: 'Links the case as a duplicate of another one and closes it, both or neither.',
      refusals: [
        ...(['CASE_NOT_FOUND', 'RIGHT_MISSING', 'SPACE_ARCHIVED', 'CASE_CONFLICT'] as const),
        ...(['LINK_EXISTS', 'LINK_LIMIT_REACHED'] as const),
      ],
      ...{ requestHeaders: ['If-Match'], answerHeaders: ['ETag'] },
      handler: async ({ ctx, params: { caseId }, body, request, headers }) => {
        const conditions = { expectedRevisions: expectedRevisions(request.headers) };
        const { caseId: originalId, statusId } = body;
        const { closed, link } = await closeAsDuplicate(ctx, { caseId, originalId, statusId, ...conditions });
        headers['etag'] = entityTag(closed.revision);
        return presentLink(await getLinkOfCase(ctx, { caseId, link }));
      },
    }),
  });
};
