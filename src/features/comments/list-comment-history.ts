import type { Context } from '../../platform/context.ts';
import { requireRight } from '../spaces/space-access.ts';
import type { CommentChange } from './comment.ts';
import { selectCommentHistory } from './comment-history.store.ts';
import { getCommentOrDeleted } from './get-comment.ts';

interface ListCommentHistory {
  readonly commentId: number;
  /** Only what comes after this entry. */
  readonly after: number;
  readonly limit: number;
}

/**
 * What a comment said before it was edited or deleted, earliest first: for who wrote it as long as it is there, and for
 * those who may delete everybody's comments. Throws COMMENT_NOT_FOUND, RIGHT_MISSING. Source: docs/adr/0017.
 */
export const listCommentHistory = async (ctx: Context, list: ListCommentHistory): Promise<CommentChange[]> => {
  await requireMayLookBack(ctx, list.commentId);
  return selectCommentHistory(ctx.db, list);
};

const requireMayLookBack = async (ctx: Context, commentId: number): Promise<void> => {
  const { comment, access } = await getCommentOrDeleted(ctx, { commentId });
  if (comment.deletedAt === null && comment.authorId === ctx.actor.userId) return;
  requireRight(access, 'AdminEntityUpdate', `read what comment ${commentId} said before`);
};
