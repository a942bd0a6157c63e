import { queryOptions } from '@tanstack/react-query';
import { casekeep } from '../../../server/casekeep.ts';

/** Whether a query can be read, and what it was probably meant to say. */
export const queryCheck = (query: string) =>
  queryOptions({
    queryKey: ['cases', 'check', query],
    queryFn: async ({ signal }) => await casekeep.listCases({ query, limit: 1, fields: 'id' }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
