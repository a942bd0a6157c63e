import { queryOptions } from '@tanstack/react-query';
import { casekeep } from '../../server/casekeep.ts';

/** How a case is liked. */
export const caseLikesQuery = (caseId: number) =>
  queryOptions({
    queryKey: ['case', caseId, 'likes'],
    queryFn: ({ signal }) => casekeep.getCaseLikes({ caseId }, { signal }),
  });
