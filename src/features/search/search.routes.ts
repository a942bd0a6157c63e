import type { FastifyInstance } from 'fastify';
import { reading } from '../../platform/http/api/operation.ts';
import { resource } from '../../platform/http/resource.ts';
import { FindingPage, presentFindings, readSearch, searchQuery } from './finding.wire.ts';
import { searchByQuery } from './search-by-query.ts';

/** Search in the new API. */
export const searchRoutes = (app: FastifyInstance): void => {
  resource(app, '/search', {
    GET: reading({
      id: 'searchCases',
      ...{ tag: 'Search', summary: 'Search cases, the best first', query: searchQuery, answer: FindingPage },
      description: `The case whose number it is comes first, then those with all texts in the title, in the tags, in any
of their own texts, and only together with comments; newer ones first among equals. A query with \`sort:\` or without
texts answers in the order of the list.`,
      handler: async ({ ctx, query }) => presentFindings(await searchByQuery(ctx, readSearch(query))),
    }),
  });
};
