import type { Context } from '../../platform/context.ts';
import { lockLikeable } from './find-likeable.ts';
import type { Likeable, LikeCount } from './like.ts';
import { requireLiker } from './liker.ts';
import { insertLike, selectLikeCount } from './likes.store.ts';
import { recordLike } from './record-like.ts';

/**
 * Likes something, once however often it is said, and answers how many do. Throws CASE_NOT_FOUND, COMMENT_NOT_FOUND,
 * RIGHT_MISSING, SPACE_ARCHIVED.
 */
export const addLike = (ctx: Context, likeable: Likeable): Promise<LikeCount> =>
  ctx.inTransaction(async (tx) => {
    const visible = await lockLikeable(tx, likeable);
    const userId = requireLiker(tx, visible);
    if (await insertLike(tx.db, { ...likeable, userId }, tx.now)) {
      await recordLike(tx, { likeable, visible, happened: 'liked' });
    }
    return selectLikeCount(tx.db, { ...likeable, userId });
  });
