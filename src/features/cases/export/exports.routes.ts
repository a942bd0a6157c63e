import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { Id } from '../../../platform/http/api/ids.ts';
import { reading, routeOptions } from '../../../platform/http/api/operation.ts';
import { writing } from '../../../platform/http/api/writing.ts';
import { contextOf } from '../../../platform/http/request-context.ts';
import { resource } from '../../../platform/http/resource.ts';
import { sendFile } from '../../../platform/http/send-file.ts';
import { beginExport } from './begin-export.ts';
import { deleteExport } from './delete-export.ts';
import { XLSX_TYPE } from './export.ts';
import { ApiExport, NewExport, presentExport, readExportBody, sentExport } from './exports.wire.ts';
import { getExport } from './get-export.ts';
import { readExport } from './read-export.ts';

const tag = 'Exports';
const params = Type.Object({ exportId: Id('The ID of the export.') });

/** Files with cases that are put together beside everything else, in the new API. */
export const exportsRoutes = (app: FastifyInstance): void => {
  resource(app, '/exports', {
    POST: writing({
      id: 'beginExport',
      ...{ tag, summary: 'Have cases put together in a file', body: NewExport, answer: ApiExport, status: 202 },
      description: `For files that are too large to wait for: read how far it has come, then fetch the file at its \`url\`
with the same key. It is kept for a day. The cases are those that you see.`,
      ...{ answerHeaders: ['Location'], refusals: ['EXPORT_LIMIT_REACHED'] },
      handler: async ({ ctx, body, headers }) => {
        const begun = await beginExport(ctx, readExportBody(body));
        headers['location'] = `/api/v1/exports/${begun.id}`;
        return presentExport(begun);
      },
    }),
  });
  resource(app, '/exports/:exportId', {
    GET: reading({
      id: 'getExport',
      ...{ tag, summary: 'See how far an export has come', params, answer: ApiExport },
      refusals: ['EXPORT_NOT_FOUND'],
      handler: async ({ ctx, params }) => presentExport(await getExport(ctx, params)),
    }),
    DELETE: writing({
      id: 'deleteExport',
      ...{ tag, summary: 'End an export and forget its file', params },
      refusals: ['EXPORT_NOT_FOUND'],
      handler: async ({ ctx, params }) => deleteExport(ctx, params),
    }),
  });
  resource(app, '/exports/:exportId/file', {
    GET: {
      ...fileOptions,
      handler: async (request, reply) => {
        const ctx = contextOf(request);
        const found = await getExport(ctx, request.params as Static<typeof params>);
        return sendFile({
          ...{ request, reply, file: sentExport(found) },
          read: (range) => readExport(ctx, { found, range }),
        });
      },
    },
  });
};

const fileOptions = routeOptions(
  {
    id: 'getExportFile',
    ...{ tag, summary: 'Fetch the file of an export', params },
    description: 'A part of it with `Range`: a download that was cut off can go on.',
    answer: Type.Unsafe<string>({ type: 'string', description: 'The file.' }),
    answerType: ['text/csv', 'application/x-ndjson', XLSX_TYPE],
    refusals: ['EXPORT_NOT_FOUND', 'EXPORT_NOT_READY', 'RANGE_BEYOND_END', 'FILES_UNAVAILABLE'],
  },
  false,
);
