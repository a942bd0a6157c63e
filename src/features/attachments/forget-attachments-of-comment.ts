import type { Context } from '../../platform/context.ts';
import { selectAttachmentsOfComment } from './attachments.store.ts';
import { eraseAttachment } from './erase-attachment.ts';

interface ForgetAttachments {
  readonly commentId: number;
  readonly spaceId: number;
  readonly isInternal: boolean;
}

/** Deletes the attachments of a comment that is deleted. */
export const forgetAttachmentsOfComment = async (
  tx: Context,
  { commentId, ...place }: ForgetAttachments,
): Promise<void> => {
  for (const attachment of await selectAttachmentsOfComment(tx.db, commentId)) {
    await eraseAttachment(tx, { attachment, ...place });
  }
};
