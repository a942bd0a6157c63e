import { casekeep } from '../../server/casekeep.ts';
import { useWrite } from '../../ui/use-write.ts';
import type { Relation } from './links.queries.ts';

interface LinkWanted {
  readonly relation: Relation;
  readonly otherCaseId: number;
}

/** Links a case with another one. */
export const useLinkCases = (caseId: number, onDone?: () => void) =>
  useWrite({
    write: ({ relation, otherCaseId }: LinkWanted) =>
      casekeep.linkCases({ caseId, body: { relation, caseId: otherCaseId } }),
    outdates: [['cases', 'linked']],
    ...(onDone === undefined ? {} : { onDone }),
  });
