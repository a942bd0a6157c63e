import type { Attachment } from '../../features/attachments/attachment.ts';
import { attachmentsOfComments } from '../../features/attachments/attachments-of.ts';
import type { Comment } from '../../features/comments/comment.ts';
import { formatComment } from '../../features/comments/format-comment.ts';
import { findUser } from '../../features/users/find-user.ts';
import type { Context } from '../../platform/context.ts';
import { presentAttachments } from '../attachments/present-attachment.ts';
import { ago, isoUtc } from '../dates.ts';
import type { WireComment } from './comment.wire.ts';

interface PresentComments {
  readonly caseId: number;
  readonly comments: readonly Comment[];
  /** Where the addresses of files begin. */
  readonly mediaRoot: string;
}

/** Comments on one case with the names of their authors and their files, ready to be shown; no parent is the ID 0. */
export const presentComments = async (
  ctx: Context,
  { caseId, comments, mediaRoot }: PresentComments,
): Promise<WireComment[]> => {
  if (comments.length === 0) return [];
  const attachments = await attachmentsOfComments(ctx, { caseId });
  return Promise.all(
    comments.map((each) => presentComment(ctx, each, { attachments: attachments.get(each.id) ?? [], mediaRoot })),
  );
};

const presentComment = async (
  ctx: Context,
  comment: Comment,
  files: { readonly attachments: readonly Attachment[]; readonly mediaRoot: string },
): Promise<WireComment> => ({
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
  Attachments: await presentAttachments(ctx, files),
});
