import { type Static, Type } from 'typebox';
import type { Context } from '../../platform/context.ts';
import { idInCursor } from '../../platform/http/api/cursor.ts';
import { Id } from '../../platform/http/api/ids.ts';
import { Timestamp, timestamp } from '../../platform/http/api/instants.ts';
import { cutPage, pageOf, pageQuery } from '../../platform/http/api/page.ts';
import { browseComments } from './browse-comments.ts';
import { ApiComment, includeQuery } from './comment.wire.ts';
import { listCommentHistory } from './list-comment-history.ts';
import { presentComments } from './present-comment.wire.ts';

/** Which comments of a case are listed. */
export const CommentQuery = Type.Object(
  {
    ...pageQuery,
    order: Type.Optional(Type.Enum(['oldest', 'newest'], { default: 'oldest', description: 'Which ones come first.' })),
    parentId: Type.Optional(
      Type.Union([Id(''), Type.Literal('none')], {
        description: 'Only the answers to this comment; `none` for those that answer no other.',
      }),
    ),
    ...includeQuery,
  },
  { additionalProperties: false },
);

/** A page of comments. */
export const CommentPage = pageOf(ApiComment);

/** The comments that the parameters ask for. Throws CASE_NOT_FOUND, FIELDS_INVALID. */
export const commentPage = async (
  ctx: Context,
  { caseId }: { readonly caseId: number },
  { limit, cursor, order = 'oldest', parentId, ...query }: Static<typeof CommentQuery>,
): Promise<Static<typeof CommentPage>> => {
  const found = await browseComments(ctx, {
    caseId,
    order,
    parentId: parentId === 'none' ? null : parentId,
    after: idInCursor(cursor),
    limit: limit + 1,
  });
  const { items, next } = cutPage(found, limit, ({ id }) => [id]);
  return { items: await presentComments(ctx, items, query), next };
};

/** What a comment said before. */
const CommentChange = Type.Object(
  {
    id: Type.Integer(),
    previousText: Type.String({ description: 'HTML: what it said until then.' }),
    isDeletion: Type.Boolean({ description: 'Whether it was deleted, or else edited.' }),
    changedById: Type.Union([Type.Integer(), Type.Null()], {
      description: 'Who did it; null when the operator of the server did.',
    }),
    changedAt: Timestamp('When.'),
  },
  { $id: 'CommentChange', additionalProperties: false },
);

/** Which changes of a comment are listed. */
export const CommentHistoryQuery = Type.Object(pageQuery, { additionalProperties: false });

/** A page of changes of a comment. */
export const CommentHistoryPage = pageOf(CommentChange);

/** What a comment said before, earliest first. Throws COMMENT_NOT_FOUND, RIGHT_MISSING, FIELDS_INVALID. */
export const commentHistoryPage = async (
  ctx: Context,
  { commentId }: { readonly commentId: number },
  { limit, cursor }: Static<typeof CommentHistoryQuery>,
): Promise<Static<typeof CommentHistoryPage>> => {
  const after = idInCursor(cursor) ?? 0;
  const found = await listCommentHistory(ctx, { commentId, after, limit: limit + 1 });
  const { items, next } = cutPage(found, limit, ({ id }) => [id]);
  const changes = items.map(({ id, oldText: previousText, isDeletion, actorId, at }) => ({
    ...{ id, previousText, isDeletion, changedById: actorId, changedAt: timestamp(at) },
  }));
  return { items: changes, next };
};
