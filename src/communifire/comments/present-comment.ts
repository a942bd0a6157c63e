import type { Comment } from '../../features/comments/comment.ts';
import { formatComment } from '../../features/comments/format-comment.ts';
import { findUser } from '../../features/users/find-user.ts';
import type { Context } from '../../platform/context.ts';
import { ago, isoUtc } from '../dates.ts';
import type { WireComment } from './comment.wire.ts';

/** The comment with the name of its author, ready to be shown; no parent is the ID 0. */
export const presentComment = async (ctx: Context, comment: Comment): Promise<WireComment> => ({
  CommentID: comment.id,
  IssueID: comment.caseId,
  UserID: comment.authorId,
  UserDisplayName: (await findUser(ctx, comment.authorId))?.displayName ?? '',
  AvatarPath: '',
  CommentText: comment.text,
  CommentTextHtmlFormatted: await formatComment(ctx, { comment }),
  CommentDateString: ago(comment.createdAt, ctx.now),
  DateCreated: isoUtc(comment.createdAt),
  ParentCommentID: comment.parentId ?? 0,
  IsInternal: comment.isInternal,
  CommentTags: '',
  Attachments: [],
});
