import { queryOptions } from '@tanstack/react-query';
import type { ShapedCase } from '../../../src/client/index.ts';
import { casekeep } from '../../server/casekeep.ts';

/** How many cases come with one request. */
const PAGE = 100;

/** What rows of lists show; descriptions are not among it. */
const LISTED_FIELDS =
  'id,title,spaceId,projectId,milestoneId,statusId,priorityId,assigneeId,dueOn,tags,revision,commentCount,attachmentCount,createdAt,updatedAt';
const LISTED_NAMES = 'space,project,section,milestone,status,priority,assignee,reporter';

/** A case as lists show it. */
export type ListedCase = Required<
  Pick<
    ShapedCase,
    | 'id'
    | 'title'
    | 'spaceId'
    | 'projectId'
    | 'milestoneId'
    | 'statusId'
    | 'priorityId'
    | 'assigneeId'
    | 'dueOn'
    | 'tags'
    | 'revision'
    | 'commentCount'
    | 'attachmentCount'
    | 'createdAt'
    | 'updatedAt'
    | 'space'
    | 'project'
    | 'section'
    | 'milestone'
    | 'status'
    | 'priority'
    | 'assignee'
    | 'reporter'
  >
> &
  // Only when they are asked for.
  Pick<ShapedCase, 'creator' | 'recipients'>;

/** Which cases a list is about, and what it shows of them beyond what every row has. */
export interface AskedCases {
  readonly query: string;
  /** Names of what cases refer to, with commas; "" for none. */
  readonly include: string;
}

/** How long pages are kept that nobody looks at any more: a list may be very long. */
const KEPT_MS = 30_000;

/** One page of the cases that a query means; the first one without a cursor. */
export const caseListPageQuery = ({ query, include }: AskedCases, cursor: string | undefined) =>
  queryOptions({
    queryKey: ['cases', 'list', query, include, cursor ?? null],
    queryFn: async ({ signal }) => {
      const names = include === '' ? LISTED_NAMES : `${LISTED_NAMES},${include}`;
      const asked = { query, limit: PAGE, fields: LISTED_FIELDS, include: names };
      const { items, ...page } = await casekeep.listCases(cursor === undefined ? asked : { ...asked, cursor }, {
        signal,
      });
      return { ...page, items: items as readonly ListedCase[] };
    },
    gcTime: KEPT_MS,
  });

/** How many cases a query means, as far as that is counted. */
export const caseTotalQuery = (query: string) =>
  queryOptions({
    queryKey: ['cases', 'total', query],
    queryFn: async ({ signal }) =>
      (await casekeep.listCases({ query, limit: 1, fields: 'id', count: true }, { signal })).total ?? null,
  });

/** How many of the cases that a query means have each status, or another property. */
export const caseCountsQuery = (query: string, groupBy: 'statusId' | 'spaceId') =>
  queryOptions({
    queryKey: ['cases', 'counts', query, groupBy],
    queryFn: ({ signal }) => casekeep.countCases({ query, groupBy }, { signal }),
  });

/** A case as its page shows it. */
export type FullCase = Required<Omit<ShapedCase, 'externalId'>>;

/** The names of all that a case refers to. */
export const FULL_NAMES = 'space,project,section,milestone,status,priority,assignee,reporter,creator,recipients';

/** One case with the names of all that it refers to. */
export const caseQuery = (caseId: number) =>
  queryOptions({
    queryKey: ['case', caseId],
    queryFn: async ({ signal }) => (await casekeep.getCase({ caseId, include: FULL_NAMES }, { signal })) as FullCase,
  });
