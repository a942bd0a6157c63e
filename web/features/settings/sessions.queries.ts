import { queryOptions } from '@tanstack/react-query';
import { casekeep } from '../../server/casekeep.ts';

/** Where one is signed in. */
export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: async ({ signal }) => (await casekeep.listSessions({}, { signal })).items,
  // Nobody is told by an event where else somebody signs in.
  staleTime: 0,
});
