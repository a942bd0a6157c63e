import { queryOptions } from '@tanstack/react-query';
import type { Viewer } from '../../../src/client/index.ts';
import { casekeep } from '../../server/casekeep.ts';

/** Who is looking at a case. It is answered when one says that one looks oneself, and read when the stream says so. */
export const viewersQuery = (caseId: number) =>
  queryOptions({
    queryKey: ['viewers', caseId],
    queryFn: async ({ signal }): Promise<readonly Viewer[]> =>
      (await casekeep.listCaseViewers({ caseId }, { signal })).items,
    initialData: [],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
