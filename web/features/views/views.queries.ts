import { queryOptions } from '@tanstack/react-query';
import { casekeep } from '../../server/casekeep.ts';

/** The saved views that somebody sees: their own, and those shared with their spaces. */
export const viewsQuery = queryOptions({
  queryKey: ['views'],
  queryFn: ({ signal }) => casekeep.listViews({}, { signal }).toArray(),
});
