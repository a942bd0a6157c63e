import { queryOptions } from '@tanstack/react-query';
import type { HistoryEntry } from '../../../../src/client/index.ts';
import { casekeep } from '../../../server/casekeep.ts';
import type { FullCase } from '../cases.queries.ts';
import { FULL_NAMES } from '../list-request.ts';

interface Place {
  readonly spaceId: number;
  readonly projectId: number | undefined;
}

/** What the server would make of a case in another place. */
export const movedCaseQuery = ({ id: caseId, revision }: FullCase, { spaceId, projectId }: Place) =>
  queryOptions({
    queryKey: ['case', caseId, 'moved', revision, spaceId, projectId ?? null],
    queryFn: async ({ signal }) => {
      const body = projectId === undefined ? { spaceId } : { spaceId, projectId };
      return (await casekeep.updateCase({ caseId, include: FULL_NAMES, dryRun: true, body }, { signal })) as FullCase;
    },
  });

/** What belongs to a place. */
const placed = [
  'spaceId',
  'projectId',
  'sectionId',
  'milestoneId',
  'statusId',
  'priorityId',
  'assigneeId',
  'recipientIds',
] as const satisfies readonly (keyof FullCase)[];

/** What of a case is another in the other place. */
export const differencesOf = (
  before: FullCase,
  after: FullCase,
): readonly Pick<HistoryEntry, 'property' | 'oldValue' | 'newValue'>[] =>
  placed
    .filter((property) => !hasSameName(property, before, after))
    .map((property) => ({ property, oldValue: before[property], newValue: after[property] }))
    .filter(({ oldValue, newValue }) => JSON.stringify(oldValue) !== JSON.stringify(newValue));

/** A status or priority of another space that is called the same is another to nobody but the database. */
const hasSameName = (property: (typeof placed)[number], before: FullCase, after: FullCase): boolean =>
  (property === 'statusId' && before.status.name === after.status.name) ||
  (property === 'priorityId' && before.priority.name === after.priority.name);
