import type { Context } from '../../platform/context.ts';
import { deleteLikesOfComment } from './likes.store.ts';

interface ForgetLikes {
  readonly commentId: number;
}

/** Deletes the likes of a comment that is deleted. */
export const forgetLikesOfComment = (tx: Context, { commentId }: ForgetLikes): Promise<void> =>
  deleteLikesOfComment(tx.db, commentId);
