import { invalidField } from '../../kernel/errors.ts';
import type { Context } from '../../platform/context.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import { countAttachments } from '../cases/count-attachments.ts';
import type { Attachment } from './attachment.ts';
import { type AttachmentPlace, lockForAttaching } from './attachment-place.ts';
import { insertAttachment } from './attachments.store.ts';
import { contentTypeOf } from './content-type.ts';
import type { KeptFile } from './receive-files.ts';
import { takeRoom } from './room.ts';

interface AttachFiles extends AttachmentPlace {
  readonly files: readonly KeptFile[];
}

/**
 * Attaches files that were received to a case or to one of its comments, all or none. Whether that is allowed is decided
 * again: it may have changed while they came. Throws CASE_NOT_FOUND, COMMENT_NOT_FOUND, RIGHT_MISSING,
 * FILE_QUOTA_EXCEEDED.
 */
export const attachFiles = (ctx: Context, { files, ...place }: AttachFiles): Promise<Attachment[]> =>
  ctx.inTransaction(async (tx) => {
    const { found, ...visible } = await lockForAttaching(tx, place);
    const { userId: uploaderId } = tx.actor;
    if (uploaderId === null) throw invalidField('uploaderId', 'is required here');
    await takeRoom(tx, { bytes: files.reduce((sum, { byteSize }) => sum + byteSize, 0) });
    const isInternal = 'comment' in visible && visible.comment.isInternal;
    const added: Attachment[] = [];
    for (const file of files) {
      const attachment = await insert(tx, { caseId: found.id, commentId: place.commentId, uploaderId }, file);
      const { id: attachmentId, commentId, name } = attachment;
      const payload = { attachmentId, commentId, name, isInternal };
      await appendEvent(tx, { type: 'attachment.added', spaceId: found.spaceId, caseId: found.id, payload });
      added.push(attachment);
    }
    if (place.commentId === null) await countAttachments(tx, { caseId: found.id, count: added.length });
    return added;
  });

const insert = async (
  tx: Context,
  belonging: Pick<Attachment, 'caseId' | 'commentId' | 'uploaderId'>,
  { name, key, byteSize, head }: KeptFile,
): Promise<Attachment> => {
  const contentType = contentTypeOf(head);
  const attachment = { ...belonging, name, contentType, byteSize, storageKey: key, createdAt: tx.now };
  return { ...attachment, id: await insertAttachment(tx.db, attachment) };
};
