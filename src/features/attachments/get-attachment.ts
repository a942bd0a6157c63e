import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { findVisibleCase } from '../cases/visible-case.ts';
import { getComment } from '../comments/get-comment.ts';
import { type Attachment, attachmentNotFound } from './attachment.ts';
import { selectAttachment, selectAttachmentOfLivingCase } from './attachments.store.ts';
import { isSigned } from './sign-attachment.ts';

interface AttachmentWithId {
  readonly attachmentId: number;
}

/** The attachment. Throws ATTACHMENT_NOT_FOUND when it does not exist for whoever acts. */
export const getAttachment = async (ctx: Context, { attachmentId }: AttachmentWithId): Promise<Attachment> => {
  const attachment = await selectAttachment(ctx.db, attachmentId);
  if (attachment === undefined) throw attachmentNotFound(attachmentId);
  await requirePlaceInSight(ctx, attachment);
  return attachment;
};

/**
 * The attachment for whoever holds a signed link to it; undefined when the link is not signed by this installation or
 * has expired. Throws ATTACHMENT_NOT_FOUND when the file, or its case, is gone.
 */
export const getLinkedAttachment = async (
  ctx: Context,
  { attachmentId, signature }: AttachmentWithId & { readonly signature: string },
): Promise<Attachment | undefined> => {
  if (!(await isSigned(ctx, { attachmentId, signature }))) return undefined;
  const attachment = await selectAttachmentOfLivingCase(ctx.db, attachmentId);
  if (attachment === undefined) throw attachmentNotFound(attachmentId);
  return attachment;
};

const requirePlaceInSight = async (ctx: Context, { id, caseId, commentId }: Attachment): Promise<void> => {
  try {
    await (commentId === null ? findVisibleCase(ctx, { caseId }) : getComment(ctx, { commentId }));
  } catch (error) {
    // Not even that it belongs to some case may be told.
    throw error instanceof DomainError && error.kind === 'missing' ? attachmentNotFound(id) : error;
  }
};
