import type { Context } from '../../platform/context.ts';
import type { VisibleCase } from '../cases/case-access.ts';
import { findVisibleCase, lockVisibleCase } from '../cases/visible-case.ts';
import { commentNotFound } from '../comments/comment.ts';
import { getComment, lockComment, type VisibleComment } from '../comments/get-comment.ts';
import { requireRight } from '../spaces/space-access.ts';

/** What files are attached to: a case, or one of its comments. */
export interface AttachmentPlace {
  readonly caseId: number;
  readonly commentId: number | null;
}

/** Throws CASE_NOT_FOUND, COMMENT_NOT_FOUND, RIGHT_MISSING unless whoever acts may attach files there. */
export const requireMayAttach = async (ctx: Context, place: AttachmentPlace): Promise<void> => {
  requireUpload(await findPlace(ctx, place), place);
};

/** The same, with the case kept from other writers until the transaction ends. */
export const lockForAttaching = async (tx: Context, place: AttachmentPlace): Promise<VisibleCase | VisibleComment> => {
  const visible = await lockPlace(tx, place);
  requireUpload(visible, place);
  return visible;
};

/** The case, or the comment with its case, kept from other writers. Throws CASE_NOT_FOUND, COMMENT_NOT_FOUND. */
export const lockPlace = (tx: Context, place: AttachmentPlace): Promise<VisibleCase | VisibleComment> =>
  place.commentId === null ? lockVisibleCase(tx, place) : lockComment(tx, { commentId: place.commentId });

const findPlace = (ctx: Context, place: AttachmentPlace): Promise<VisibleCase | VisibleComment> =>
  place.commentId === null ? findVisibleCase(ctx, place) : getComment(ctx, { commentId: place.commentId });

const requireUpload = ({ found, access }: VisibleCase, { caseId, commentId }: AttachmentPlace): void => {
  if (commentId !== null && found.id !== caseId) throw commentNotFound(commentId);
  requireRight(access, 'UploadAttachment', `attach files to case ${caseId}`);
};
