import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { idInCursor } from '../../../platform/http/api/cursor.ts';
import { Id } from '../../../platform/http/api/ids.ts';
import { reading } from '../../../platform/http/api/operation.ts';
import { uploading } from '../../../platform/http/api/uploading.ts';
import { isDryRun, writing } from '../../../platform/http/api/writing.ts';
import { resource } from '../../../platform/http/resource.ts';
import { takeUploads } from '../../../platform/http/upload.ts';
import { begunBulk, presentBegunBulk } from '../bulk/bulk.wire.ts';
import { beginImport } from './begin-import.ts';
import { cancelImport } from './cancel-import.ts';
import { getImport } from './get-import.ts';
import {
  ApiImport,
  ImportPage,
  importPageQuery,
  importQuery,
  presentImport,
  presentImports,
  presentRefusals,
  RefusalPage,
  readColumns,
  receiveUpload,
} from './import.wire.ts';
import { listImports } from './list-imports.ts';
import { listRefusedRows } from './list-refused-rows.ts';
import { revertImport } from './revert-import.ts';

const tag = 'Imports';
const refusedFiles = ['FILE_TOO_LARGE', 'FILE_QUOTA_EXCEEDED', 'FILES_UNAVAILABLE'] as const;
const params = Type.Object({ importId: Id('The ID of the import.') });

/** Files with cases on their way in, in the new API. */
export const importsRoutes = (app: FastifyInstance): void => {
  app.register(async (files) => {
    takeUploads(files);
    beginning(files);
  });
  resource(app, '/imports/:importId', {
    GET: reading({
      id: 'getImport',
      ...{ tag, summary: 'See how far an import has come', params, answer: ApiImport },
      refusals: ['IMPORT_NOT_FOUND'],
      handler: async ({ ctx, params }) => presentImport(await getImport(ctx, params)),
    }),
  });
  resource(app, '/imports/:importId/refusals', {
    GET: reading({
      id: 'listRefusedRows',
      ...{ tag, summary: 'List the rows that were refused', params, query: importPageQuery, answer: RefusalPage },
      description: 'By line, as far as the import has come; the first 10,000.',
      refusals: ['IMPORT_NOT_FOUND'],
      handler: async ({ ctx, params, query: { limit, cursor } }) =>
        presentRefusals(await listRefusedRows(ctx, { ...params, limit: limit + 1, after: idInCursor(cursor) }), limit),
    }),
  });
  resource(app, '/imports/:importId/cancel', {
    POST: writing({
      id: 'cancelImport',
      ...{ tag, summary: 'Cancel what an import has left to do', params, answer: ApiImport },
      description: 'What was imported stays. Of one that has ended nothing is left to do.',
      refusals: ['IMPORT_NOT_FOUND', 'RIGHT_MISSING'],
      handler: async ({ ctx, params }) => presentImport(await cancelImport(ctx, params)),
    }),
  });
  resource(app, '/imports/:importId/revert', {
    POST: writing({
      id: 'revertImport',
      ...{ tag, summary: 'Take back an import', params, ...begunBulk },
      description: `A bulk change, which can be taken back itself: cases that the import created go to the bin, cases that
it changed are what they were before. What people did since is kept, and a case that was changed since, commented on or given
a file stays: the result of each case says what was not taken back, and why. More than 1,000 cases, or 8 MB of
values before and after, become a job, of which there is no dry run.`,
      refusals: ['IMPORT_NOT_FOUND', 'BULK_LIMIT_REACHED', 'REVERT_REFUSED'],
      handler: async ({ ctx, params, headers, request }) => {
        const asked = { ...params, isTrial: isDryRun(request) };
        return presentBegunBulk(await revertImport(ctx, asked), headers);
      },
    }),
  });
};

const beginning = (app: FastifyInstance): void => {
  resource(app, '/imports', {
    GET: reading({
      id: 'listImports',
      ...{ tag, summary: 'List your imports', query: importPageQuery, answer: ImportPage },
      description: 'The latest first.',
      handler: async ({ ctx, query: { limit, cursor } }) =>
        presentImports(await listImports(ctx, { limit: limit + 1, before: idInCursor(cursor) }), limit),
    }),
    POST: uploading({
      id: 'importCases',
      ...{ tag, summary: 'Import cases from a file', query: importQuery, params: Type.Object({}) },
      description: `CSV or JSON lines, in UTF-8. Each row creates a case, or changes the one that was imported into this
space under the same \`externalId\`: a second run changes what differs, and nothing else. Every row is checked and carried
out as if it were sent alone; those that are refused do not stop the others. The answer is the import, which goes on by
itself: read how far it has come. A dry run is an import that checks and counts and writes nothing.`,
      ...{ answer: ApiImport, status: 202, answerHeaders: ['Location'], hasOwnDryRun: true },
      refusals: ['RIGHT_MISSING', 'SPACE_ARCHIVED', 'IMPORT_LIMIT_REACHED', ...refusedFiles],
      receive: receiveUpload,
      handler: async ({ ctx, query, request, headers }, { file }) => {
        const columns = readColumns(query);
        const how = { ...query, columns, isDryRun: isDryRun(request) };
        const begun = await beginImport(ctx, { ...how, file });
        headers['location'] = `/api/v1/imports/${begun.id}`;
        return presentImport(begun);
      },
    }),
  });
};
