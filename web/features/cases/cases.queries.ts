import { queryOptions } from '@tanstack/react-query';
import type { ShapedCase } from '../../../src/client/index.ts';
import { casekeep } from '../../server/casekeep.ts';
import { type AskedCases, FULL_NAMES, type ListedCase, listRequest } from './list-request.ts';

/** How long pages are kept that nobody looks at any more: a list may be very long. */
const KEPT_MS = 30_000;

/** One page of the cases that a query means; the first one without a cursor. */
export const caseListPageQuery = (listed: AskedCases, cursor: string | undefined) =>
  queryOptions({
    queryKey: ['cases', 'list', listed.query, listed.include, cursor ?? null],
    queryFn: async ({ signal }) => {
      const asked = listRequest(listed);
      const { items, ...page } = await casekeep.listCases(cursor === undefined ? asked : { ...asked, cursor }, {
        signal,
      });
      return { ...page, items: items as readonly ListedCase[] };
    },
    gcTime: KEPT_MS,
  });

/** How many cases a query means, as far as that is counted. */
export const caseTotalQuery = (query: string) =>
  queryOptions({
    queryKey: ['cases', 'total', query],
    queryFn: async ({ signal }) =>
      (await casekeep.listCases({ query, limit: 1, fields: 'id', count: true }, { signal })).total ?? null,
  });

/** How many of the cases that a query means have each status, or another property. */
export const caseCountsQuery = (query: string, groupBy: 'statusId' | 'spaceId' | 'projectId') =>
  queryOptions({
    queryKey: ['cases', 'counts', query, groupBy],
    queryFn: ({ signal }) => casekeep.countCases({ query, groupBy }, { signal }),
  });

/** A case as its page shows it. */
export type FullCase = Required<Omit<ShapedCase, 'externalId'>>;

/** One case with the names of all that it refers to. */
export const caseQuery = (caseId: number) =>
  queryOptions({
    queryKey: ['case', caseId],
    queryFn: async ({ signal }) => (await casekeep.getCase({ caseId, include: FULL_NAMES }, { signal })) as FullCase,
  });
