import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { createComment } from '../../features/comments/create-comment.ts';
import { listComments } from '../../features/comments/list-comments.ts';
import { contextOf } from '../../platform/http/request-context.ts';
import { resource } from '../../platform/http/resource.ts';
import { mediaRootOf } from '../attachments/media-root.ts';
import { described } from '../documentation.ts';
import { answer, envelopeOf } from '../envelope.ts';
import { tellIgnoredFields } from '../ignored-fields.ts';
import { knownParameters, pageParameters } from '../known-parameters.ts';
import { readPageIfAsked } from '../page-query.ts';
import type { Query } from '../query.ts';
import { commentFieldNames, NewCommentBody, readCaseId, readNewComment, WireComment } from './comment.wire.ts';
import { presentComments } from './present-comment.ts';

const tag = 'Comments';

/** Comments. Source: communifire-api.md section 3, comments. */
export const commentsRoutes = (app: FastifyInstance): void => {
  resource(app, '/api/case/comments', {
    GET: {
      schema: described('ListComments', {
        ...{ tag, summary: 'List the comments of a case', answer: envelopeOf(Type.Array(WireComment)) },
      }),
      config: { parameters: knownParameters('caseid', ...pageParameters), refusals: ['CASE_NOT_FOUND'] },
      handler: async (request) => {
        const ctx = contextOf(request);
        const query = request.query as Query;
        const page = readPageIfAsked(query);
        const caseId = readCaseId(query);
        const comments = await listComments(ctx, { caseId, ...(page === undefined ? {} : { page }) });
        return answer(await presentComments(ctx, { caseId, comments, mediaRoot: mediaRootOf(request) }));
      },
    },
    POST: {
      schema: described('CreateComment', { tag, summary: 'Comment on a case', answer: envelopeOf(Type.Integer()) }),
      config: {
        fieldNames: commentFieldNames,
        body: NewCommentBody,
        refusals: ['CASE_NOT_FOUND', 'RIGHT_MISSING', 'SPACE_ARCHIVED'],
      },
      handler: async (request, reply) => {
        const comment = readNewComment(request.body, tellIgnoredFields(reply));
        return answer(await createComment(contextOf(request), comment));
      },
    },
  });
};
