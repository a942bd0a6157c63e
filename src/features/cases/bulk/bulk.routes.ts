import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { idInCursor } from '../../../platform/http/api/cursor.ts';
import { Id } from '../../../platform/http/api/ids.ts';
import { reading } from '../../../platform/http/api/operation.ts';
import { pageQuery } from '../../../platform/http/api/page.ts';
import { isDryRun, writing } from '../../../platform/http/api/writing.ts';
import { resource } from '../../../platform/http/resource.ts';
import { aboutChanges, ChangesPage, changesQuery, presentChanges, readChangesPage } from '../history/history.wire.ts';
import { beginBulkChange } from './begin-bulk-change.ts';
import {
  ApiBulkChange,
  BulkBody,
  BulkPage,
  begunBulk,
  OutcomePage,
  outcomeQuery,
  presentBegunBulk,
  presentBulk,
  presentBulkPage,
  presentOutcomes,
  readBulk,
  readOutcomeQuery,
} from './bulk.wire.ts';
import { cancelBulkChange } from './cancel-bulk-change.ts';
import { getBulkChange } from './get-bulk-change.ts';
import { listBulkChanges } from './list-bulk-changes.ts';
import { listChangesOfBulk } from './list-changes-of-bulk.ts';
import { listOutcomes } from './list-outcomes.ts';
import { revertBulkChange } from './revert-bulk-change.ts';

const tag = 'Bulk changes';
const params = Type.Object({ bulkId: Id('The ID of the bulk change.') });
const bulkQuery = Type.Object(pageQuery, { additionalProperties: false });

/** Changes of many cases at once, in the new API. */
export const bulkRoutes = (app: FastifyInstance): void => {
  resource(app, '/cases/bulk', {
    POST: writing({
      id: 'changeCases',
      ...{ tag, summary: 'Change many cases at once', body: BulkBody, ...begunBulk },
      description: `Every case is checked and changed as if it were changed alone; together they are one group in the
history, which can be taken back. Up to 1,000 cases, and 8 MB of new values in all of them together, are changed before
the answer; for more the answer is 202, with the address at which to see how far the change has come. A dry run is for
what is changed before the answer: others are refused. All or nothing takes up to 10,000 cases and 16 MB. Five bulk
changes of one person may be under way at the same time.`,
      refusals: ['BULK_REFUSED', 'BULK_LIMIT_REACHED', 'RIGHT_MISSING'],
      handler: async ({ ctx, body, headers, request }) => {
        const asked = { ...readBulk(body), isTrial: isDryRun(request) };
        return presentBegunBulk(await beginBulkChange(ctx, asked), headers);
      },
    }),
  });
  resource(app, '/bulk', {
    GET: reading({
      id: 'listBulkChanges',
      ...{ tag, summary: 'List bulk changes, the latest first', query: bulkQuery, answer: BulkPage },
      description: 'Your own; those of everybody for administrators; with a narrowed key those begun with it.',
      handler: async ({ ctx, query: { limit, cursor } }) =>
        presentBulkPage(await listBulkChanges(ctx, { limit: limit + 1, before: idInCursor(cursor) }), limit),
    }),
  });
  resource(app, '/bulk/:bulkId', {
    GET: reading({
      id: 'getBulkChange',
      ...{ tag, summary: 'See how far a bulk change has come', params, answer: ApiBulkChange },
      refusals: ['BULK_NOT_FOUND'],
      handler: async ({ ctx, params }) => presentBulk(await getBulkChange(ctx, params)),
    }),
  });
  resource(app, '/bulk/:bulkId/results', {
    GET: reading({
      id: 'listBulkResults',
      ...{ tag, summary: 'List what became of the cases', params, query: outcomeQuery, answer: OutcomePage },
      description: `By the number of the case, as far as the change has come. Of cases that you cannot see now, only the
outcome is told.`,
      refusals: ['BULK_NOT_FOUND'],
      handler: async ({ ctx, params, query }) =>
        presentOutcomes(await listOutcomes(ctx, { ...params, ...readOutcomeQuery(query) })),
    }),
  });
  resource(app, '/bulk/:bulkId/history', {
    GET: reading({
      id: 'listBulkHistory',
      ...{ tag, summary: 'List what a bulk change did', params, query: changesQuery, answer: ChangesPage },
      description: aboutChanges,
      refusals: ['BULK_NOT_FOUND'],
      handler: async ({ ctx, params, query }) =>
        presentChanges(ctx, await listChangesOfBulk(ctx, { ...params, ...readChangesPage(query) })),
    }),
  });
  resource(app, '/bulk/:bulkId/cancel', {
    POST: writing({
      id: 'cancelBulkChange',
      ...{ tag, summary: 'Cancel what a bulk change has left to do', params, answer: ApiBulkChange },
      description:
        'What was changed stays changed, and can be taken back. Of one that has ended nothing is left to do.',
      refusals: ['BULK_NOT_FOUND', 'RIGHT_MISSING'],
      handler: async ({ ctx, params }) => presentBulk(await cancelBulkChange(ctx, params)),
    }),
  });
  resource(app, '/bulk/:bulkId/revert', {
    POST: writing({
      id: 'revertBulkChange',
      ...{ tag, summary: 'Take back a bulk change', params, ...begunBulk },
      description: `Another bulk change, which takes back what the first one did and keeps what others did since: the
result of each case says what was not taken back, and why. More than 1,000 cases, or 8 MB of values before and after,
become a job, of which there is no dry run.`,
      refusals: ['BULK_NOT_FOUND', 'BULK_LIMIT_REACHED', 'REVERT_REFUSED'],
      handler: async ({ ctx, params, headers, request }) => {
        const asked = { ...params, isTrial: isDryRun(request) };
        return presentBegunBulk(await revertBulkChange(ctx, asked), headers);
      },
    }),
  });
};
