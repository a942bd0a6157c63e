import { queryOptions } from '@tanstack/react-query';
import { casekeep } from '../../server/casekeep.ts';

/** What people said about a case, the earliest first. */
export const commentsQuery = (caseId: number) =>
  queryOptions({
    queryKey: ['case', caseId, 'comments'],
    queryFn: ({ signal }) => casekeep.listComments({ caseId, include: 'author,html,likes' }, { signal }).toArray(),
  });
