import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { ShapedCase } from '../../../src/client/index.ts';
import { casekeep } from '../../server/casekeep.ts';

/** How many cases come with one request. */
const PAGE = 100;

/** What rows of lists show; descriptions are not among it. */
const LISTED_FIELDS =
  'id,title,spaceId,statusId,priorityId,assigneeId,tags,revision,commentCount,attachmentCount,createdAt,updatedAt';
const LISTED_NAMES = 'space,project,section,milestone,status,priority,assignee,reporter';

/** A case as lists show it. */
export type ListedCase = Required<
  Pick<
    ShapedCase,
    | 'id'
    | 'title'
    | 'spaceId'
    | 'statusId'
    | 'priorityId'
    | 'assigneeId'
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
>;

/** The cases that a query means, page by page. */
export const caseListQuery = (query: string) =>
  infiniteQueryOptions({
    queryKey: ['cases', 'list', query],
    queryFn: async ({ pageParam, signal }) => {
      const cursor = pageParam === undefined ? {} : { cursor: pageParam };
      const asked = { query, limit: PAGE, fields: LISTED_FIELDS, include: LISTED_NAMES, ...cursor };
      const { items, ...page } = await casekeep.listCases(asked, { signal });
      return { ...page, items: items as readonly ListedCase[] };
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
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

/** What people said about a case, the earliest first. */
export const commentsQuery = (caseId: number) =>
  queryOptions({
    queryKey: ['case', caseId, 'comments'],
    queryFn: ({ signal }) => casekeep.listComments({ caseId, include: 'author,html,likes' }, { signal }).toArray(),
  });
