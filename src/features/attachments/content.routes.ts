import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { stranger } from '../../kernel/actor.ts';
import { Context, type Platform } from '../../platform/context.ts';
import { Id } from '../../platform/http/api/ids.ts';
import { routeOptions } from '../../platform/http/api/operation.ts';
import { resource } from '../../platform/http/resource.ts';
import { sendFile } from '../../platform/http/send-file.ts';
import { openAttachment } from './open-attachment.ts';
import { readAttachment } from './read-attachment.ts';
import { sentAttachment } from './sent-attachment.ts';

const params = Type.Object({
  attachmentId: Id('The number of the attachment.'),
});
const query = Type.Object(
  {
    signature: Type.Optional(
      Type.String({ description: 'What allows to read the file without a key; part of `url`.' }),
    ),
  },
  { additionalProperties: false },
);

const options = routeOptions(
  {
    id: 'getAttachmentContent',
    ...{ tag: 'Attachments', summary: 'Read a file', params, query },
    description: `With a key, or by the signed address that an attachment has as its \`url\`. A part of it with \`Range\`. It
never changes; browsers show pictures and save everything else.`,
    answer: Type.Unsafe<string>({ type: 'string', format: 'binary', description: 'The bytes.' }),
    answerType: '*/*',
    requestHeaders: ['If-None-Match', 'Range'],
    answerHeaders: ['ETag', 'Accept-Ranges', 'Content-Disposition'],
    refusals: [
      ...(['KEY_MISSING', 'KEY_UNKNOWN', 'FILE_LINK_UNUSABLE'] as const),
      ...(['ATTACHMENT_NOT_FOUND', 'RANGE_BEYOND_END', 'FILES_UNAVAILABLE'] as const),
    ],
  },
  false,
);

/** The files themselves in the new API. */
export const contentRoute = (app: FastifyInstance, platform: Platform): void => {
  const reader = new Context(platform, stranger('v1'));
  resource(app, '/attachments/:attachmentId/content', {
    GET: {
      ...options,
      config: { ...options.config, withoutKey: true },
      handler: async (request, reply) => {
        const { attachmentId } = request.params as Static<typeof params>;
        const { signature } = request.query as Static<typeof query>;
        const opened = await openAttachment(request.context, { reader, attachmentId, signature });
        const { attachment } = opened;
        const read = (range: Parameters<typeof readAttachment>[1]['range']) =>
          readAttachment(reader, { attachment, range });
        return sendFile({ request, reply, file: sentAttachment(opened), read });
      },
    },
  });
};
