import { infiniteQueryOptions } from '@tanstack/react-query';
import { casekeep } from '../../server/casekeep.ts';

/** What is in the bin, of one space or of all, the latest first, page by page. */
export const binQuery = (spaceId: number | undefined) =>
  infiniteQueryOptions({
    // Begins as lists of cases do: what happens to cases happens to the bin.
    queryKey: ['cases', 'bin', spaceId],
    queryFn: async ({ pageParam, signal }) => {
      const cursor = pageParam === undefined ? {} : { cursor: pageParam };
      return await casekeep.listBin({ ...(spaceId === undefined ? {} : { spaceId }), ...cursor }, { signal });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
