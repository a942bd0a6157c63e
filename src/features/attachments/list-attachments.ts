import type { Context } from '../../platform/context.ts';
import { findVisibleCase } from '../cases/visible-case.ts';
import { getComment } from '../comments/get-comment.ts';
import type { Attachment } from './attachment.ts';
import { selectAttachmentsOfCases, selectAttachmentsOfComment } from './attachments.store.ts';

/** What has files at it. */
export interface Attachable {
  readonly entity: 'case' | 'comment';
  readonly id: number;
}

/** The files at a case itself or at a comment, oldest first. Throws CASE_NOT_FOUND, COMMENT_NOT_FOUND. */
export const listAttachments = (ctx: Context, { entity, id }: Attachable): Promise<Attachment[]> =>
  entity === 'case' ? listOfCase(ctx, id) : listOfComment(ctx, id);

const listOfCase = async (ctx: Context, caseId: number): Promise<Attachment[]> => {
  const { found } = await findVisibleCase(ctx, { caseId });
  return found.attachmentCount === 0 ? [] : selectAttachmentsOfCases(ctx.db, [caseId]);
};

const listOfComment = async (ctx: Context, commentId: number): Promise<Attachment[]> => {
  await getComment(ctx, { commentId });
  return selectAttachmentsOfComment(ctx.db, commentId);
};
