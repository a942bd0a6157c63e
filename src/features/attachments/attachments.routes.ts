import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { Platform } from '../../platform/context.ts';
import { Id } from '../../platform/http/api/ids.ts';
import { reading } from '../../platform/http/api/operation.ts';
import { uploading } from '../../platform/http/api/uploading.ts';
import { writing } from '../../platform/http/api/writing.ts';
import { resource } from '../../platform/http/resource.ts';
import { takeUploads } from '../../platform/http/upload.ts';
import { attachFiles } from './attach-files.ts';
import {
  ApiAttachment,
  Attached,
  AttachmentPage,
  AttachmentQuery,
  CaseAttachmentQuery,
  presentAttachment,
  presentAttachments,
} from './attachment.wire.ts';
import { caseAttachmentPage, commentAttachmentPage } from './attachment-list.wire.ts';
import { placeOfComment } from './comment-place.ts';
import { contentRoute } from './content.routes.ts';
import { deleteAttachment } from './delete-attachment.ts';
import { getAttachment } from './get-attachment.ts';
import { receiveUpload } from './upload.wire.ts';

const tag = 'Attachments';
const number = (noun: string) => Id(`The number of the ${noun}.`);
const ofCase = Type.Object({ caseId: number('case') });
const ofComment = Type.Object({ commentId: number('comment') });
const params = Type.Object({ attachmentId: number('attachment') });

const uploads = 'All files of a request or none; at most 25 MiB together unless the operator has set another limit.';
const refusedUploads = ['RIGHT_MISSING', 'FILE_TOO_LARGE', 'FILE_QUOTA_EXCEEDED', 'FILES_UNAVAILABLE'] as const;

/** Attachments in the new API. */
export const attachmentsRoutes = (app: FastifyInstance, platform: Platform): void => {
  app.register(async (files) => {
    takeUploads(files);
    filesOfCase(files);
    filesOfComment(files);
  });
  contentRoute(app, platform);
  resource(app, '/attachments/:attachmentId', {
    GET: reading({
      id: 'getAttachment',
      ...{ tag, summary: 'Read what is known about a file', params, answer: ApiAttachment },
      refusals: ['ATTACHMENT_NOT_FOUND'],
      handler: async ({ ctx, params, request }) => presentAttachment(ctx, await getAttachment(ctx, params), request),
    }),
    DELETE: writing({
      id: 'deleteAttachment',
      ...{ tag, summary: 'Delete a file', params },
      refusals: ['ATTACHMENT_NOT_FOUND', 'RIGHT_MISSING'],
      handler: ({ ctx, params }) => deleteAttachment(ctx, params),
    }),
  });
};

const filesOfCase = (app: FastifyInstance): void => {
  resource(app, '/cases/:caseId/attachments', {
    GET: reading({
      id: 'listCaseAttachments',
      ...{ tag, summary: 'List the files at a case', params: ofCase, query: CaseAttachmentQuery },
      answer: AttachmentPage,
      refusals: ['CASE_NOT_FOUND'],
      handler: ({ ctx, params, query, request }) => caseAttachmentPage(ctx, params, { query, request }),
    }),
    POST: uploading({
      id: 'attachToCase',
      ...{ tag, summary: 'Attach files to a case', description: uploads, params: ofCase },
      ...{ answer: Attached, status: 201, refusals: ['CASE_NOT_FOUND', ...refusedUploads] },
      receive: ({ ctx, params, request }) => receiveUpload(ctx, { ...params, commentId: null }, request),
      handler: async ({ ctx, params, request }, { files }) => {
        const attached = await attachFiles(ctx, { ...params, commentId: null, files });
        return { items: await presentAttachments(ctx, attached, request) };
      },
    }),
  });
};

const filesOfComment = (app: FastifyInstance): void => {
  resource(app, '/comments/:commentId/attachments', {
    GET: reading({
      id: 'listCommentAttachments',
      ...{ tag, summary: 'List the files at a comment', params: ofComment, query: AttachmentQuery },
      answer: AttachmentPage,
      refusals: ['COMMENT_NOT_FOUND'],
      handler: ({ ctx, params, query, request }) => commentAttachmentPage(ctx, params, { query, request }),
    }),
    POST: uploading({
      id: 'attachToComment',
      ...{ tag, summary: 'Attach files to a comment', description: uploads, params: ofComment },
      ...{ answer: Attached, status: 201, refusals: ['COMMENT_NOT_FOUND', ...refusedUploads] },
      receive: async ({ ctx, params, request }) => receiveUpload(ctx, await placeOfComment(ctx, params), request),
      handler: async ({ ctx, params, request }, { files }) => {
        const attached = await attachFiles(ctx, { ...(await placeOfComment(ctx, params)), files });
        return { items: await presentAttachments(ctx, attached, request) };
      },
    }),
  });
};
