import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { addAttachments } from '../../features/attachments/add-attachments.ts';
import { listAttachments } from '../../features/attachments/list-attachments.ts';
import { contextOf } from '../../platform/http/request-context.ts';
import { resource } from '../../platform/http/resource.ts';
import { takeUploads, uploadedFiles } from '../../platform/http/upload.ts';
import { described } from '../documentation.ts';
import { answer, envelopeOf } from '../envelope.ts';
import { knownParameters } from '../known-parameters.ts';
import { caseIdInPath, commentIdInPath, readPathId } from '../path-id.ts';
import { readAttachable, WireAttachment } from './attachment.wire.ts';
import { mediaRootOf } from './media-root.ts';
import { presentAttachments } from './present-attachment.ts';

const listed = { tag: 'Attachments', answer: envelopeOf(Type.Array(WireAttachment)) } as const;
const config = {
  isSlow: true,
  bodyType: 'multipart/form-data',
  body: Type.Object(
    {
      file: Type.Unsafe<string>({
        type: 'string',
        format: 'binary',
        description: 'A file; the part may have any name.',
      }),
    },
    { additionalProperties: true, description: 'One or several files.' },
  ),
  refusals: ['CASE_NOT_FOUND', 'RIGHT_MISSING', 'SPACE_ARCHIVED', 'FILE_TOO_LARGE', 'FILE_QUOTA_EXCEEDED'],
} as const;

/** The lists of files. Source: communifire-api.md section 3, attachments. */
export const attachmentsRoutes = (app: FastifyInstance): void => {
  resource(app, '/api/content/:id/attachments', {
    GET: {
      schema: described('ListAttachments', { ...listed, summary: 'List the files of a case or a comment' }),
      config: {
        parameters: knownParameters('entitytype'),
        refusals: ['CONTENT_NOT_FOUND', 'CASE_NOT_FOUND', 'COMMENT_NOT_FOUND'],
      },
      handler: async (request) => {
        const ctx = contextOf(request);
        const attachments = await listAttachments(ctx, readAttachable(request.params, request.query));
        return answer(await presentAttachments(ctx, { attachments, mediaRoot: mediaRootOf(request) }));
      },
    },
  });
};

/** Uploads, whose bodies are files. Source: communifire-api.md section 3, attachments. */
export const uploadRoutes = (app: FastifyInstance): void => {
  takeUploads(app);
  resource(app, '/api/cases/:caseid/attachments', {
    POST: {
      schema: described('AddAttachmentsToCase', { ...listed, summary: 'Upload files to a case' }),
      config,
      handler: (request) => upload(request, { caseId: readPathId(request.params, caseIdInPath), commentId: null }),
    },
  });
  resource(app, '/api/cases/:caseid/comments/:commentid/attachments', {
    POST: {
      schema: described('AddAttachmentsToComment', { ...listed, summary: 'Upload files to a comment' }),
      config: { ...config, refusals: [...config.refusals, 'COMMENT_NOT_FOUND'] },
      handler: (request) => {
        const { params } = request;
        const commentId = readPathId(params, commentIdInPath);
        return upload(request, { caseId: readPathId(params, caseIdInPath), commentId });
      },
    },
  });
};

const upload = async (request: FastifyRequest, place: { caseId: number; commentId: number | null }) => {
  const ctx = contextOf(request);
  const attachments = await addAttachments(ctx, { ...place, files: uploadedFiles(request) });
  return answer(await presentAttachments(ctx, { attachments, mediaRoot: mediaRootOf(request) }));
};
