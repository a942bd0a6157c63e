import type { Context } from '../../platform/context.ts';
import { indexComment } from '../../platform/database/text-search.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import { noteEditedComment } from '../cases/count-comment.ts';
import { textOfHtml } from '../cases/rich-text.ts';
import { requireRight } from '../spaces/space-access.ts';
import { storableComment } from './comment.ts';
import { insertCommentHistory } from './comment-history.store.ts';
import { updateCommentText } from './comments.store.ts';
import { findMentioned } from './find-mentioned.ts';
import { lockComment, type VisibleComment } from './get-comment.ts';

interface EditComment {
  readonly commentId: number;
  /** HTML. */
  readonly text: string;
}

/**
 * Lets a comment say something else and keeps what it said before; who wrote it stays. The same text is no change.
 * Throws COMMENT_NOT_FOUND, RIGHT_MISSING, FIELDS_INVALID. Source: docs/adr/0017.
 */
export const editComment = (ctx: Context, { commentId, text }: EditComment): Promise<void> => {
  const storable = storableComment(text);
  return ctx.inTransaction(async (tx) => {
    const visible = await lockComment(tx, { commentId });
    requireCanEdit(tx, visible);
    if (storable !== visible.comment.text) await changeText(tx, visible, storable);
  });
};

/** One's own needs the right to comment, everybody else's that to change what is theirs. */
const requireCanEdit = ({ actor }: Context, { comment, access }: VisibleComment): void => {
  requireRight(access, 'CreateComment', `edit comment ${comment.id}`);
  if (comment.authorId === actor.userId) return;
  requireRight(access, 'AdminEntityUpdate', `edit comment ${comment.id}, which is another user's`);
};

const changeText = async (tx: Context, visible: VisibleComment, text: string): Promise<void> => {
  const { comment, found, configuration } = visible;
  const { id: commentId, caseId, isInternal, parentId, text: oldText } = comment;
  const mentionedUserIds = await findMentioned(tx, { html: text, configuration, isInternal });
  await insertCommentHistory(tx.db, { commentId, oldText, isDeletion: false, actor: tx.actor, at: tx.now });
  await updateCommentText(tx.db, { id: commentId, text, mentionedUserIds, editedAt: tx.now });
  await indexComment(tx.db, { commentId, text: textOfHtml(text) });
  await noteEditedComment(tx, { caseId, isInternal });
  // Whom it mentioned already was told then.
  const mentionedNow = mentionedUserIds.filter((userId) => !comment.mentionedUserIds.includes(userId));
  const payload = { commentId, parentId, isInternal, mentionedUserIds: mentionedNow };
  await appendEvent(tx, { type: 'comment.updated', spaceId: found.spaceId, caseId, payload });
};
