import type { Context } from '../../platform/context.ts';
import type { LikeCount } from '../likes/like.ts';
import { likesOfComments } from '../likes/likes-of-comments.ts';
import { findUser } from '../users/find-user.ts';
import type { User } from '../users/user.ts';
import type { Comment } from './comment.ts';
import { formatComment } from './format-comment.ts';

/** What can be told together with a comment. */
export const commentReferences = ['author', 'html', 'likes'] as const;
export type CommentReference = (typeof commentReferences)[number];

/** What goes with one comment, as far as it was asked for. */
export interface CommentReferences {
  readonly author?: User | undefined;
  /** Its text ready to be shown; null when it was deleted. */
  readonly html?: string | null;
  readonly likes?: LikeCount;
}

interface ReferencesOf {
  readonly comments: readonly Comment[];
  readonly names: readonly CommentReference[];
}

/** What goes with each of the comments, in their order. */
export const referencesOf = async (ctx: Context, { comments, names }: ReferencesOf): Promise<CommentReferences[]> => {
  const asked = new Set(names);
  const likes = asked.has('likes') ? await likesOfComments(ctx, { commentIds: comments.map(({ id }) => id) }) : none;
  return Promise.all(
    comments.map(async (comment) => ({
      ...(asked.has('author') ? { author: await findUser(ctx, comment.authorId) } : {}),
      ...(asked.has('html') ? { html: await shown(ctx, comment) } : {}),
      ...(asked.has('likes') ? { likes: likes.get(comment.id) ?? noLikes } : {}),
    })),
  );
};

const none: ReadonlyMap<number, LikeCount> = new Map();
const noLikes: LikeCount = { count: 0, byActor: false };

const shown = async (ctx: Context, comment: Comment): Promise<string | null> =>
  comment.deletedAt === null ? formatComment(ctx, { comment }) : null;
