import { queryOptions } from '@tanstack/react-query';
import { casekeep } from '../../server/casekeep.ts';

/** The files of a case and of its comments. */
export const attachmentsQuery = (caseId: number) =>
  queryOptions({
    queryKey: ['case', caseId, 'attachments'],
    queryFn: ({ signal }) => casekeep.listCaseAttachments({ caseId, withComments: true }, { signal }).toArray(),
  });
