import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { entityTag } from '../../../platform/http/api/entity-tag.ts';
import { Id } from '../../../platform/http/api/ids.ts';
import { reading } from '../../../platform/http/api/operation.ts';
import { writing } from '../../../platform/http/api/writing.ts';
import { resource } from '../../../platform/http/resource.ts';
import { ShapedCase, shapeQuery } from '../case.wire.ts';
import { presentCase, readShape } from '../case-shape.wire.ts';
import { getCase } from '../get-case.ts';
import { BinPage, BinQuery, binPage } from './bin.wire.ts';
import { purgeCase } from './purge-case.ts';
import { restoreCase } from './restore-case.ts';

const tag = 'Bin';
const params = Type.Object({ caseId: Id('The number of the case.') });
const query = Type.Object(shapeQuery, { additionalProperties: false });

/** Deleted cases in the new API. */
export const binRoutes = (app: FastifyInstance): void => {
  resource(app, '/bin', {
    GET: reading({
      id: 'listBin',
      ...{ tag, summary: 'List deleted cases', query: BinQuery, answer: BinPage },
      description: 'Of the spaces in which you may restore all of them, the latest first.',
      handler: ({ ctx, query }) => binPage(ctx, query),
    }),
  });
  resource(app, '/bin/:caseId', {
    DELETE: writing({
      id: 'purgeCase',
      ...{ tag, summary: 'Delete a case of the bin for good', params },
      description: 'With everything that belongs to it, before its time. For managers of the space.',
      refusals: ['CASE_NOT_FOUND', 'RIGHT_MISSING'],
      handler: ({ ctx, params }) => purgeCase(ctx, params),
    }),
  });
  resource(app, '/cases/:caseId/restore', {
    POST: writing({
      id: 'restoreCase',
      ...{ tag, summary: 'Take a case out of the bin', params, query, answer: ShapedCase },
      answerHeaders: ['ETag'],
      refusals: ['CASE_NOT_FOUND', 'RIGHT_MISSING'],
      handler: async ({ ctx, params, query, headers }) => {
        const shape = readShape(query);
        await restoreCase(ctx, params);
        const found = await getCase(ctx, params);
        headers['etag'] = entityTag(found.revision);
        return presentCase(ctx, found, shape);
      },
    }),
  });
};
