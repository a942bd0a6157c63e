import type { Attachment } from './attachment.ts';
import { isPicture } from './content-type.ts';

interface SentAttachment {
  readonly attachment: Attachment;
  /** Whether it is read by a signed address, without a key. */
  readonly isLinked: boolean;
}

/** What the headers of an answer with the file are made of. */
export const sentAttachment = ({ attachment, isLinked }: SentAttachment) => ({
  name: attachment.name,
  contentType: attachment.contentType,
  byteSize: attachment.byteSize,
  etag: `"attachment-${attachment.id}"`,
  createdAt: attachment.createdAt,
  isPicture: isPicture(attachment.contentType),
  isLinked,
});
