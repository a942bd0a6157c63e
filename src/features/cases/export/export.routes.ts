import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { Id } from '../../../platform/http/api/ids.ts';
import { routeOptions } from '../../../platform/http/api/operation.ts';
import { dispositionOf } from '../../../platform/http/file-headers.ts';
import { contextOf } from '../../../platform/http/request-context.ts';
import { resource } from '../../../platform/http/resource.ts';
import { caseQuery } from '../list/case-list.wire.ts';
import { contentTypes, exportFormats, XLSX_TYPE } from './export.ts';
import { type ExportedPortion, exportCases } from './export-cases.ts';

const query = Type.Object(
  {
    format: Type.Enum([...exportFormats], { default: 'csv', description: 'What the file is.' }),
    query: Type.Optional(caseQuery),
    spaceId: Type.Optional(Id('Only the cases of this space.')),
  },
  { additionalProperties: false },
);

const options = routeOptions(
  {
    id: 'exportCases',
    ...{ tag: 'Exports', summary: 'Export cases as a file', query },
    description: `All cases that the query is about, in the order of their numbers, as they arrive: names beside IDs. CSV
(RFC 4180) keeps spreadsheets from taking texts for formulas; JSON lines have one case on each line; XLSX is a workbook in which texts are texts and times are dates. A file that breaks off is
not whole: it ends the connection without its last chunk.`,
    answer: Type.Unsafe<string>({ type: 'string', description: 'The file.' }),
    answerType: ['text/csv', 'application/x-ndjson', XLSX_TYPE],
  },
  false,
);

/** Cases as files in the new API. */
export const exportRoutes = (app: FastifyInstance): void => {
  resource(app, '/cases/export', {
    GET: {
      ...options,
      handler: async (request, reply) => {
        const asked = request.query as Static<typeof query>;
        const portions = await exportCases(contextOf(request), { ...asked, query: asked.query ?? '' });
        reply.type(contentTypes[asked.format]);
        reply.header('content-disposition', dispositionOf('attachment', `cases.${asked.format}`));
        return reply.send(Readable.from(contentOf(portions), { objectMode: false, highWaterMark: 1 }));
      },
    },
  });
};

async function* contentOf(portions: AsyncIterable<ExportedPortion>): AsyncGenerator<string | Buffer> {
  for await (const { content } of portions) yield content;
}
