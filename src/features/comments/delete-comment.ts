import type { Context } from '../../platform/context.ts';
import { removeComment } from '../../platform/database/text-search.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import { forgetAttachmentsOfComment } from '../attachments/forget-attachments-of-comment.ts';
import { uncountComment } from '../cases/count-comment.ts';
import { forgetLikesOfComment } from '../likes/forget-likes-of-comment.ts';
import { requireRight } from '../spaces/space-access.ts';
import { insertCommentHistory } from './comment-history.store.ts';
import { selectComment, unlistComment, updateCommentDeleted } from './comments.store.ts';
import { lockComment, type VisibleComment } from './get-comment.ts';

interface DeleteComment {
  readonly commentId: number;
}

/**
 * Deletes a comment with its files and likes. Its answers stay, and the place that they answer; what it said is kept for
 * those who may delete everybody's comments. Throws COMMENT_NOT_FOUND, RIGHT_MISSING. Source: docs/adr/0017.
 */
export const deleteComment = (ctx: Context, { commentId }: DeleteComment): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    const visible = await lockComment(tx, { commentId });
    requireCanDelete(tx, visible);
    const { comment, found } = visible;
    const { caseId, isInternal, parentId, authorId, text: oldText } = comment;
    await forgetLikesOfComment(tx, { commentId });
    await forgetAttachmentsOfComment(tx, { commentId, spaceId: found.spaceId, isInternal });
    await insertCommentHistory(tx.db, { commentId, oldText, isDeletion: true, actor: tx.actor, at: tx.now });
    await updateCommentDeleted(tx.db, { id: commentId, deletedAt: tx.now });
    await unlistThread(tx, commentId);
    await removeComment(tx.db, { commentId });
    await uncountComment(tx, { caseId, isInternal });
    const payload = { commentId, parentId, isInternal, authorId };
    await appendEvent(tx, { type: 'comment.deleted', spaceId: found.spaceId, caseId, payload });
  });

/** One's own needs the right to comment, everybody else's those to delete what is theirs. */
const requireCanDelete = ({ actor }: Context, { comment, access }: VisibleComment): void => {
  requireRight(access, 'CreateComment', `delete comment ${comment.id}`);
  if (comment.authorId === actor.userId) return;
  const purpose = `delete comment ${comment.id}, which is another user's`;
  for (const right of ['Delete', 'AdminEntityUpdate'] as const) requireRight(access, right, purpose);
};

/** Deleted comments hold a place only as long as somebody answers there. */
const unlistThread = async (tx: Context, commentId: number): Promise<void> => {
  let id: number | null = commentId;
  while (id !== null && (await unlistComment(tx.db, id))) id = (await selectComment(tx.db, id))?.parentId ?? null;
};
