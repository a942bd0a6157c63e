import type { Context } from '../../platform/context.ts';
import type { LikeCount } from './like.ts';
import { selectLikesOfComments } from './likes.store.ts';

interface LikesOfComments {
  /** Of comments that whoever acts was found to see. */
  readonly commentIds: readonly number[];
}

/** How many people like each of the comments that anybody likes. */
export const likesOfComments = (
  ctx: Context,
  { commentIds }: LikesOfComments,
): Promise<ReadonlyMap<number, LikeCount>> =>
  selectLikesOfComments(ctx.db, { commentIds, userId: ctx.actor.userId ?? 0 });
