import type { Context } from '../../platform/context.ts';
import { removeComment } from '../../platform/database/text-search.ts';
import { deleteHistoryOfCase } from './comment-history.store.ts';
import { deleteCommentsOfCase, selectCommentIds } from './comments.store.ts';

interface ForgetComments {
  readonly caseId: number;
}

/** Deletes the comments of a case that is purged; their likes and attachments are gone already. */
export const forgetCommentsOfCase = async (tx: Context, { caseId }: ForgetComments): Promise<void> => {
  for (const commentId of await selectCommentIds(tx.db, caseId)) await removeComment(tx.db, { commentId });
  await deleteHistoryOfCase(tx.db, caseId);
  await deleteCommentsOfCase(tx.db, caseId);
};
