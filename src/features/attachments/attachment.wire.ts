import { type Static, Type } from 'typebox';
import type { Context } from '../../platform/context.ts';
import { Id } from '../../platform/http/api/ids.ts';
import { Timestamp, timestamp } from '../../platform/http/api/instants.ts';
import { pageOf, pageQuery } from '../../platform/http/api/page.ts';
import { originOf, type ReachedRequest } from '../../platform/http/origin.ts';
import type { Attachment } from './attachment.ts';
import { isPicture } from './content-type.ts';
import { expiryOf, signAttachment } from './sign-attachment.ts';

/** A file at a case or at a comment, in the new API. */
export const ApiAttachment = Type.Object(
  {
    id: Id('The number of the attachment.'),
    caseId: Id('The case that it belongs to.'),
    commentId: Type.Union([Id(''), Type.Null()], {
      description: 'The comment that it belongs to; null when it is the case itself.',
    }),
    uploaderId: Id('Who attached it.'),
    name: Type.String({ description: 'The name of the file, made safe.' }),
    contentType: Type.String({ description: 'The media type, decided from the bytes.' }),
    byteSize: Type.Integer({ minimum: 0, description: 'How large it is.' }),
    isPicture: Type.Boolean({ description: 'Whether browsers can show it in place.' }),
    url: Type.String({ format: 'uri', description: 'Where it can be read without a key until the address expires.' }),
    urlExpiresAt: Timestamp('When the address expires: in twelve to eighteen hours.'),
    createdAt: Timestamp('When it was attached.'),
  },
  { $id: 'Attachment', additionalProperties: false },
);
export type ApiAttachment = Static<typeof ApiAttachment>;

/** A page of attachments. */
export const AttachmentPage = pageOf(ApiAttachment);

/** What an upload answers. */
export const Attached = Type.Object({ items: Type.Array(ApiAttachment) }, { additionalProperties: false });

/** Which files of a comment are listed. */
export const AttachmentQuery = Type.Object(pageQuery, { additionalProperties: false });

/** Which files of a case are listed. */
export const CaseAttachmentQuery = Type.Object(
  {
    ...pageQuery,
    withComments: Type.Optional(
      Type.Boolean({ default: false, description: 'Those at its comments as well: `commentId` tells at which.' }),
    ),
  },
  { additionalProperties: false },
);

/** The attachment with an address at which its file can be read. */
export const presentAttachment = async (
  ctx: Context,
  attachment: Attachment,
  request: ReachedRequest,
): Promise<ApiAttachment> => {
  const { id, caseId, commentId, uploaderId, name, contentType, byteSize, createdAt } = attachment;
  const signature = await signAttachment(ctx, { attachmentId: id });
  return {
    ...{ id, caseId, commentId, uploaderId, name, contentType, byteSize },
    isPicture: isPicture(contentType),
    url: `${originOf(request, ctx.platform)}/api/v1/attachments/${id}/content?signature=${signature}`,
    urlExpiresAt: timestamp(expiryOf(signature)),
    createdAt: timestamp(createdAt),
  };
};

/** The same for several. */
export const presentAttachments = (
  ctx: Context,
  attachments: readonly Attachment[],
  request: ReachedRequest,
): Promise<ApiAttachment[]> => Promise.all(attachments.map((each) => presentAttachment(ctx, each, request)));
