import { queryOptions } from '@tanstack/react-query';
import type { Link } from '../../../src/client/index.ts';
import { casekeep } from '../../server/casekeep.ts';

/** What a case can be to another one, in the order in which it is shown: what keeps it waiting comes first. */
export const relations = ['blockedBy', 'blocks', 'duplicates', 'duplicatedBy', 'relates'] as const;
export type Relation = Link['relation'];

/** What a case is linked with. It belongs to the lists of cases: titles and statuses of the others are in it, too. */
export const linksQuery = (caseId: number) =>
  queryOptions({
    queryKey: ['cases', 'linked', caseId],
    queryFn: async ({ signal }): Promise<readonly Link[]> =>
      (await casekeep.listCaseLinks({ caseId }, { signal })).items,
  });
