import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { casekeep } from '../../../server/casekeep.ts';

/** How many changes come with one request. */
const PAGE = 50;

/** What was changed of a case, the latest first. */
export const caseHistoryQuery = (caseId: number) =>
  infiniteQueryOptions({
    queryKey: ['case', caseId, 'history'],
    queryFn: async ({ pageParam, signal }) => {
      const cursor = pageParam === undefined ? {} : { cursor: pageParam };
      const { items, next } = await casekeep.listCaseHistory({ caseId, limit: PAGE, ...cursor }, { signal });
      return { items, next };
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** A moment in the life of a case. */
export type Moment = { readonly revision: number } | { readonly time: string };

/** A case as it was. */
export const caseAtQuery = (caseId: number, moment: Moment) =>
  queryOptions({
    queryKey: ['case', caseId, 'at', moment],
    queryFn: ({ signal }) => casekeep.getCaseAt({ caseId, ...moment }, { signal }),
  });
