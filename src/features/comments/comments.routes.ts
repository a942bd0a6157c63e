import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { Id } from '../../platform/http/api/ids.ts';
import { reading } from '../../platform/http/api/operation.ts';
import { writing } from '../../platform/http/api/writing.ts';
import { resource } from '../../platform/http/resource.ts';
import { ApiComment, CommentPatch, includeQuery, NewComment } from './comment.wire.ts';
import {
  CommentHistoryPage,
  CommentHistoryQuery,
  CommentPage,
  CommentQuery,
  commentHistoryPage,
  commentPage,
} from './comment-list.wire.ts';
import { createComment } from './create-comment.ts';
import { deleteComment } from './delete-comment.ts';
import { editComment } from './edit-comment.ts';
import { getComment } from './get-comment.ts';
import { presentComment } from './present-comment.wire.ts';

const tag = 'Comments';
const ofCase = Type.Object({ caseId: Id('The number of the case.') });
const ofComment = Type.Object({ commentId: Id('The number of the comment.') });
const query = Type.Object(includeQuery, { additionalProperties: false });

/** Comments in the new API. */
export const commentsRoutes = (app: FastifyInstance): void => {
  resource(app, '/cases/:caseId/comments', {
    GET: reading({
      id: 'listComments',
      ...{ tag, summary: 'List the comments on a case', params: ofCase, query: CommentQuery, answer: CommentPage },
      description: 'All of them, answers too, in one order: `parentId` tells which one each answers.',
      refusals: ['CASE_NOT_FOUND'],
      handler: ({ ctx, params, query }) => commentPage(ctx, params, query),
    }),
    POST: writing({
      id: 'createComment',
      ...{ tag, summary: 'Comment on a case', params: ofCase, query, body: NewComment, answer: ApiComment },
      status: 201,
      refusals: ['CASE_NOT_FOUND', 'RIGHT_MISSING'],
      handler: async ({ ctx, params, query, body, headers }) => {
        const commentId = await createComment(ctx, { ...params, ...body });
        headers['location'] = `/api/v1/comments/${commentId}`;
        return presentComment(ctx, (await getComment(ctx, { commentId })).comment, query);
      },
    }),
  });
  resource(app, '/comments/:commentId', {
    GET: reading({
      id: 'getComment',
      ...{ tag, summary: 'Read a comment', params: ofComment, query, answer: ApiComment },
      refusals: ['COMMENT_NOT_FOUND'],
      handler: async ({ ctx, params, query }) => presentComment(ctx, (await getComment(ctx, params)).comment, query),
    }),
    PATCH: writing({
      id: 'editComment',
      ...{ tag, summary: 'Edit a comment', params: ofComment, query, body: CommentPatch, answer: ApiComment },
      description: 'What it said before is kept in its history; only whom it did not mention yet is told.',
      refusals: ['COMMENT_NOT_FOUND', 'RIGHT_MISSING'],
      handler: async ({ ctx, params, query, body }) => {
        await editComment(ctx, { ...params, ...body });
        return presentComment(ctx, (await getComment(ctx, params)).comment, query);
      },
    }),
    DELETE: writing({
      id: 'deleteComment',
      ...{ tag, summary: 'Delete a comment', params: ofComment },
      description: 'Its files and likes go with it. Its answers stay, and so does its place in the list above them.',
      refusals: ['COMMENT_NOT_FOUND', 'RIGHT_MISSING'],
      handler: ({ ctx, params }) => deleteComment(ctx, params),
    }),
  });
  resource(app, '/comments/:commentId/history', {
    GET: reading({
      id: 'listCommentHistory',
      ...{ tag, summary: 'List what a comment said before', params: ofComment },
      ...{ query: CommentHistoryQuery, answer: CommentHistoryPage },
      description: 'For who wrote it as long as it is there, and for those who may change what others wrote.',
      refusals: ['COMMENT_NOT_FOUND', 'RIGHT_MISSING'],
      handler: ({ ctx, params, query }) => commentHistoryPage(ctx, params, query),
    }),
  });
};
