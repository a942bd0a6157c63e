import type { Context } from '../../platform/context.ts';
import { countAttachments } from '../cases/count-attachments.ts';
import { requireRight, type SpaceAccess } from '../spaces/space-access.ts';
import { type Attachment, attachmentNotFound } from './attachment.ts';
import { lockPlace } from './attachment-place.ts';
import { selectAttachment } from './attachments.store.ts';
import { eraseAttachment } from './erase-attachment.ts';
import { getAttachment } from './get-attachment.ts';

interface DeleteAttachment {
  readonly attachmentId: number;
}

/**
 * Deletes a file at a case or at a comment, for good. Throws ATTACHMENT_NOT_FOUND, RIGHT_MISSING.
 * Source: docs/adr/0017.
 */
export const deleteAttachment = (ctx: Context, { attachmentId }: DeleteAttachment): Promise<void> =>
  ctx.inTransaction(async (tx) => {
    const place = await getAttachment(tx, { attachmentId });
    const { found, access, ...visible } = await lockPlace(tx, place);
    // Somebody else may have deleted it while this waited for the case.
    const attachment = await selectAttachment(tx.db, attachmentId);
    if (attachment === undefined) throw attachmentNotFound(attachmentId);
    requireCanDelete(tx, access, attachment);
    const isInternal = 'comment' in visible && visible.comment.isInternal;
    await eraseAttachment(tx, { attachment, spaceId: found.spaceId, isInternal });
    if (attachment.commentId === null) await countAttachments(tx, { caseId: found.id, count: -1 });
  });

/** One's own needs the right to attach files, everybody else's those to delete what is theirs. */
const requireCanDelete = ({ actor }: Context, access: SpaceAccess, { id, uploaderId }: Attachment): void => {
  requireRight(access, 'UploadAttachment', `delete attachment ${id}`);
  if (uploaderId === actor.userId) return;
  const purpose = `delete attachment ${id}, which is another user's`;
  for (const right of ['Delete', 'AdminEntityUpdate'] as const) requireRight(access, right, purpose);
};
