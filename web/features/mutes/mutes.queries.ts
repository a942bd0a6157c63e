import { queryOptions } from '@tanstack/react-query';
import { casekeep } from '../../server/casekeep.ts';

/** Whether one has muted a case. */
export const caseMuteQuery = (caseId: number) =>
  queryOptions({
    queryKey: ['notifications', 'mute', caseId],
    queryFn: ({ signal }) => casekeep.getCaseMute({ caseId }, { signal }),
  });
