import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { addAttachments } from '../../features/attachments/add-attachments.ts';
import { listAttachments } from '../../features/attachments/list-attachments.ts';
import { contextOf } from '../../platform/http/request-context.ts';
import { resource } from '../../platform/http/resource.ts';
import { answer, envelopeOf } from '../envelope.ts';
import { knownParameters } from '../known-parameters.ts';
import { caseIdInPath, commentIdInPath, readPathId } from '../path-id.ts';
import { readAttachable, WireAttachment } from './attachment.wire.ts';
import { mediaRootOf } from './media-root.ts';
import { presentAttachments } from './present-attachment.ts';
import { takeUploads, uploadedFiles } from './upload.ts';

const schema = { response: { 200: envelopeOf(Type.Array(WireAttachment)) } };

/** The lists of files. Source: communifire-api.md section 3, attachments. */
export const attachmentsRoutes = (app: FastifyInstance): void => {
  resource(app, '/api/content/:id/attachments', {
    GET: {
      schema,
      config: { parameters: knownParameters('entitytype') },
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
      schema,
      config: { isSlow: true },
      handler: (request) => upload(request, { caseId: readPathId(request.params, caseIdInPath), commentId: null }),
    },
  });
  resource(app, '/api/cases/:caseid/comments/:commentid/attachments', {
    POST: {
      schema,
      config: { isSlow: true },
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
