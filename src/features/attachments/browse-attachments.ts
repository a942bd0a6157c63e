import type { Context } from '../../platform/context.ts';
import { findVisibleCase } from '../cases/visible-case.ts';
import { getComment } from '../comments/get-comment.ts';
import type { Attachment } from './attachment.ts';
import { selectAttachmentsAfter } from './attachments.store.ts';

interface Part {
  /** Only what comes after this attachment. */
  readonly after: number;
  readonly limit: number;
}

interface OfCase extends Part {
  readonly caseId: number;
  /** Whether those of its comments are asked for as well. */
  readonly withComments: boolean;
}

interface OfComment extends Part {
  readonly commentId: number;
}

/** Some of the files at a case that whoever acts may see, oldest first. Throws CASE_NOT_FOUND. */
export const browseAttachmentsOfCase = async (
  ctx: Context,
  { caseId, withComments, ...part }: OfCase,
): Promise<Attachment[]> => {
  const { access } = await findVisibleCase(ctx, { caseId });
  const withInternal = access.may('InternalComments');
  const commentId = withComments ? 'any' : null;
  return selectAttachmentsAfter(ctx.db, { caseId, commentId, withInternal, ...part });
};

/** Some of the files at a comment, oldest first. Throws COMMENT_NOT_FOUND. */
export const browseAttachmentsOfComment = async (
  ctx: Context,
  { commentId, ...part }: OfComment,
): Promise<Attachment[]> => {
  const { found } = await getComment(ctx, { commentId });
  return selectAttachmentsAfter(ctx.db, { caseId: found.id, commentId, withInternal: true, ...part });
};
