import type { Context } from '../../platform/context.ts';
import { findLikeable } from './find-likeable.ts';
import type { Likeable, LikeCount } from './like.ts';
import { selectLikeCount } from './likes.store.ts';

/** How many people like something. Throws CASE_NOT_FOUND, COMMENT_NOT_FOUND. */
export const countLikes = async (ctx: Context, likeable: Likeable): Promise<LikeCount> => {
  await findLikeable(ctx, likeable);
  return selectLikeCount(ctx.db, { ...likeable, userId: ctx.actor.userId ?? 0 });
};
