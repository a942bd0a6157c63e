import type { Context } from '../../platform/context.ts';
import { appendEvent } from '../../platform/events/append-event.ts';
import type { Attachment } from './attachment.ts';
import { deleteAttachmentRow } from './attachments.store.ts';
import { removeFiles } from './remove-files.ts';
import { addUsage } from './usage.store.ts';

interface EraseAttachment {
  readonly attachment: Attachment;
  readonly spaceId: number;
  /** Whether it belongs to an internal comment. */
  readonly isInternal: boolean;
}

/** Takes an attachment out of a locked case, with the event; its bytes are removed after the commit. */
export const eraseAttachment = async (
  tx: Context,
  { attachment, spaceId, isInternal }: EraseAttachment,
): Promise<void> => {
  const { id: attachmentId, caseId, commentId, name, byteSize, storageKey } = attachment;
  await deleteAttachmentRow(tx.db, attachmentId);
  await addUsage(tx.db, -byteSize);
  const payload = { attachmentId, commentId, name, isInternal };
  await appendEvent(tx, { type: 'attachment.deleted', spaceId, caseId, payload });
  removeFiles(tx, { keys: [storageKey] });
};
