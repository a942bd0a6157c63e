import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { Id } from '../../platform/http/api/ids.ts';
import { reading } from '../../platform/http/api/operation.ts';
import { writing } from '../../platform/http/api/writing.ts';
import { resource } from '../../platform/http/resource.ts';
import { listViewers } from './list-viewers.ts';
import { lookAtCase } from './look-at-case.ts';
import { lookAway } from './look-away.ts';
import { BELIEVED_MS, SAY_AGAIN_MS } from './viewer.ts';
import { PageId, presentViewers, ViewerList } from './viewer.wire.ts';

const tag = 'Viewers';
const ofCase = Type.Object({ caseId: Id('The number of the case.') });
const ofPage = Type.Object({ ...ofCase.properties, pageId: PageId });

const seconds = (ms: number): number => Math.round(ms / 1_000);

/** Who is looking at a case, in the new API. */
export const viewersRoutes = (app: FastifyInstance): void => {
  resource(app, '/cases/:caseId/viewers', {
    GET: reading({
      id: 'listCaseViewers',
      ...{ tag, summary: 'List who is looking at a case', params: ofCase, answer: ViewerList },
      description: `People who have it open at this moment, in the web interface or in a program that says so. Reading a
case says nothing.`,
      refusals: ['CASE_NOT_FOUND'],
      handler: async ({ ctx, params }) => presentViewers(await listViewers(ctx, params)),
    }),
  });
  resource(app, '/cases/:caseId/viewers/:pageId', {
    PUT: writing({
      id: 'lookAtCase',
      ...{ tag, summary: 'Say that one is looking at a case', params: ofPage, answer: ViewerList },
      description: `It is believed for ${seconds(BELIEVED_MS)} seconds; say it again every ${seconds(SAY_AGAIN_MS)}. A page
shows one case: with the next one it has left the one before. Neither the history nor the event log keeps it. Needs no
\`Idempotency-Key\`: saying it twice is saying it once.`,
      refusals: ['CASE_NOT_FOUND', 'RIGHT_MISSING'],
      handler: async ({ ctx, params }) => presentViewers(await lookAtCase(ctx, params)),
    }),
    DELETE: writing({
      id: 'lookAwayFromCase',
      ...{ tag, summary: 'Say that one is not looking at a case any more', params: ofPage },
      description: 'Also when one was not, or does not see it any more.',
      refusals: ['RIGHT_MISSING'],
      handler: ({ ctx, params }) => lookAway(ctx, params),
    }),
  });
};
