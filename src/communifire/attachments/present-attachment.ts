import type { Attachment } from '../../features/attachments/attachment.ts';
import { isPicture } from '../../features/attachments/content-type.ts';
import { signAttachment } from '../../features/attachments/sign-attachment.ts';
import { findUser } from '../../features/users/find-user.ts';
import type { Context } from '../../platform/context.ts';
import { isoUtc } from '../dates.ts';
import { entityNumbers } from '../entity-types.ts';
import type { WireAttachment } from './attachment.wire.ts';
import { fileSizeText } from './file-size-text.ts';

interface PresentAttachment {
  readonly attachment: Attachment;
  /** Where the addresses of files begin: what `mediaRootOf` says. */
  readonly mediaRoot: string;
}

/**
 * The attachment with an address at which its file can be read, also without a key, until the address expires. Its
 * name in the address is for people: the number counts.
 */
const presentAttachment = async (
  ctx: Context,
  { attachment, mediaRoot }: PresentAttachment,
): Promise<WireAttachment> => {
  const { id, caseId, commentId, name, byteSize, contentType, uploaderId, createdAt } = attachment;
  const signature = await signAttachment(ctx, { attachmentId: id });
  const uploader = await findUser(ctx, uploaderId);
  return {
    AttachmentID: id,
    FileName: `${id}/${encodeURIComponent(name)}?sig=${signature}`,
    Caption: name,
    MediaServerRootURL: mediaRoot,
    FileSizeText: fileSizeText(byteSize),
    FileSize: byteSize,
    ContentType: contentType,
    IsImage: isPicture(contentType),
    EntityID: commentId ?? caseId,
    EntityType: commentId === null ? entityNumbers.case : entityNumbers.comment,
    IssueID: caseId,
    CommentID: commentId ?? 0,
    UserID: uploaderId,
    UserDisplayName: uploader?.displayName ?? '',
    DateCreated: isoUtc(createdAt),
  };
};

/** The same for several. */
export const presentAttachments = (
  ctx: Context,
  { attachments, mediaRoot }: { readonly attachments: readonly Attachment[]; readonly mediaRoot: string },
): Promise<WireAttachment[]> =>
  Promise.all(attachments.map((attachment) => presentAttachment(ctx, { attachment, mediaRoot })));
