import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { searchCases } from '../../features/search/search-cases.ts';
import { searchedWords } from '../../features/search/searched-words.ts';
import { contextOf } from '../../platform/http/request-context.ts';
import { resource } from '../../platform/http/resource.ts';
import { described } from '../documentation.ts';
import { answer, envelopeOf } from '../envelope.ts';
import { pageParameters } from '../known-parameters.ts';
import { readPage } from '../page-query.ts';
import type { Query } from '../query.ts';
import { WireFinding } from './finding.wire.ts';
import { presentFinding } from './present-finding.ts';
import { asksForCases, readSearch } from './search-query.ts';

/** Search. Source: communifire-api.md section 3, search. */
export const searchRoutes = (app: FastifyInstance): void => {
  resource(app, '/api/search', {
    GET: {
      schema: described('SearchCases', {
        ...{ tag: 'Search', summary: 'Find cases by words', answer: envelopeOf(Type.Array(WireFinding)) },
      }),
      config: { alsoReads: ['keyword', 'EntityTypeCSV', 'SpaceIDCSV', 'UserIDCSV', ...pageParameters] },
      handler: async (request) => {
        const [ctx, query] = [contextOf(request), request.query as Query];
        const search = { ...readSearch(query), page: readPage(query) };
        const found = asksForCases(query) ? await searchCases(ctx, search) : [];
        const words = searchedWords(search.keyword);
        return answer(await Promise.all(found.map((each) => presentFinding(ctx, { found: each, words }))));
      },
    },
  });
};
