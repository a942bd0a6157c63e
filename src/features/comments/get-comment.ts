import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import type { VisibleCase } from '../cases/case-access.ts';
import { findVisibleCase, lockVisibleCase } from '../cases/visible-case.ts';
import { type Comment, commentNotFound } from './comment.ts';
import { selectComment } from './comments.store.ts';

/** A comment together with the case it is about. */
export interface VisibleComment extends VisibleCase {
  readonly comment: Comment;
}

interface CommentWithId {
  readonly commentId: number;
}

type LookUpCase = (ctx: Context, named: { readonly caseId: number }) => Promise<VisibleCase>;

const lookUp = async (ctx: Context, commentId: number, lookUpCase: LookUpCase): Promise<VisibleComment> => {
  const visible = await lookUpAny(ctx, commentId, lookUpCase);
  if (visible.comment.deletedAt !== null) throw commentNotFound(commentId);
  return visible;
};

const lookUpAny = async (ctx: Context, commentId: number, lookUpCase: LookUpCase): Promise<VisibleComment> => {
  const comment = await selectComment(ctx.db, commentId);
  if (comment === undefined) throw commentNotFound(commentId);
  const visible = await lookUpCase(ctx, comment).catch((error: unknown) => {
    // Not even that the comment belongs to some case may be told.
    throw error instanceof DomainError && error.code === 'CASE_NOT_FOUND' ? commentNotFound(commentId) : error;
  });
  if (comment.isInternal && !visible.access.may('InternalComments')) throw commentNotFound(commentId);
  return { ...visible, comment };
};

/** The comment with its case. Throws COMMENT_NOT_FOUND when it does not exist for whoever acts. */
export const getComment = (ctx: Context, { commentId }: CommentWithId): Promise<VisibleComment> =>
  lookUp(ctx, commentId, findVisibleCase);

/** The same for one that may be deleted. Throws COMMENT_NOT_FOUND. */
export const getCommentOrDeleted = (ctx: Context, { commentId }: CommentWithId): Promise<VisibleComment> =>
  lookUpAny(ctx, commentId, findVisibleCase);

/** The same, with the case kept from other writers until the transaction ends. Throws COMMENT_NOT_FOUND. */
export const lockComment = (tx: Context, { commentId }: CommentWithId): Promise<VisibleComment> =>
  lookUp(tx, commentId, lockVisibleCase);
