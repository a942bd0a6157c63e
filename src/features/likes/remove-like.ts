import type { Context } from '../../platform/context.ts';
import { lockLikeable } from './find-likeable.ts';
import type { Likeable, LikeCount } from './like.ts';
import { requireLiker } from './liker.ts';
import { deleteLike, selectLikeCount } from './likes.store.ts';
import { recordLike } from './record-like.ts';

/**
 * Takes a like back, if there is one, and answers how many are left. Throws CASE_NOT_FOUND, COMMENT_NOT_FOUND,
 * RIGHT_MISSING, SPACE_ARCHIVED.
 */
export const removeLike = (ctx: Context, likeable: Likeable): Promise<LikeCount> =>
  ctx.inTransaction(async (tx) => {
    const visible = await lockLikeable(tx, likeable);
    const userId = requireLiker(tx, visible);
    if (await deleteLike(tx.db, { ...likeable, userId })) {
      await recordLike(tx, { likeable, visible, happened: 'unliked' });
    }
    return selectLikeCount(tx.db, { ...likeable, userId });
  });
