import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Attachment } from '../../features/attachments/attachment.ts';
import { getAttachment, getLinkedAttachment } from '../../features/attachments/get-attachment.ts';
import { readAttachment } from '../../features/attachments/read-attachment.ts';
import { sentAttachment } from '../../features/attachments/sent-attachment.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Platform } from '../../platform/context.ts';
import { contextOf } from '../../platform/http/request-context.ts';
import { resource } from '../../platform/http/resource.ts';
import { sendFile } from '../../platform/http/send-file.ts';
import { authenticateRequest, strangerContext } from '../authenticate-request.ts';
import type { Query } from '../query.ts';
import { keyOfRequest } from '../request-key.ts';
import { readMediaAddress } from './media-address.ts';
import { MEDIA_PATH } from './media-root.ts';

/** The files themselves, by a signed address or with a key. Source: communifire-api.md section 3, attachments. */
export const mediaRoutes = (app: FastifyInstance, platform: Platform): void => {
  resource(app, `${MEDIA_PATH}/*`, {
    GET: {
      // Its addresses are opaque: lists of files tell them.
      schema: { hide: true },
      handler: async (request, reply) => {
        const ctx = strangerContext(platform);
        const { attachmentId, signature } = readMediaAddress(request.params, request.query as Query);
        const linked = await getLinkedAttachment(ctx, { attachmentId, signature });
        const attachment = linked ?? (await getForKey(platform, { request, attachmentId }));
        const file = sentAttachment({ attachment, isLinked: linked !== undefined });
        return sendFile({ request, reply, file, read: (range) => readAttachment(ctx, { attachment, range }) });
      },
    },
  });
};

interface GetForKey {
  readonly request: FastifyRequest;
  readonly attachmentId: number;
}

/** What whoever shows a key may see. Throws KEY_UNKNOWN, ATTACHMENT_NOT_FOUND, and FILE_LINK_UNUSABLE without a key. */
const getForKey = async (platform: Platform, { request, attachmentId }: GetForKey): Promise<Attachment> => {
  const hasKey = keyOfRequest(request.headers, request.query as Query) !== undefined;
  if (!hasKey) throw new DomainError('FILE_LINK_UNUSABLE');
  await authenticateRequest(platform)(request);
  return getAttachment(contextOf(request), { attachmentId });
};
