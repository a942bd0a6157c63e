import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { CountCasesData, ShapedCase } from '../../../src/client/index.ts';
import { casekeep } from '../../server/casekeep.ts';

/** How many cards of a column come with one request. */
const PAGE = 40;

const CARD_FIELDS = 'id,title,statusId,priorityId,assigneeId,milestoneId,sectionId,projectId,tags,updatedAt';
const CARD_NAMES = 'status,priority,assignee';

/** A case as cards show it. */
export type BoardCase = Required<
  Pick<
    ShapedCase,
    | 'id'
    | 'title'
    | 'statusId'
    | 'priorityId'
    | 'assigneeId'
    | 'milestoneId'
    | 'sectionId'
    | 'projectId'
    | 'tags'
    | 'updatedAt'
    | 'status'
    | 'priority'
    | 'assignee'
  >
>;

/** The cases of one column or one place in a lane, page by page. */
export const columnQuery = (query: string, limit = PAGE) =>
  infiniteQueryOptions({
    queryKey: ['cases', 'column', query, limit],
    queryFn: async ({ pageParam, signal }) => {
      const cursor = pageParam === undefined ? {} : { cursor: pageParam };
      const asked = { query, limit, fields: CARD_FIELDS, include: CARD_NAMES, ...cursor };
      const { items, next } = await casekeep.listCases(asked, { signal });
      return { items: items as readonly BoardCase[], next };
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** By which property cases are counted. */
export type CountKey = CountCasesData['query']['groupBy'];

/** How many cases that a query means have each value of a property. */
export const countsQuery = (query: string, groupBy: CountKey) =>
  queryOptions({
    queryKey: ['cases', 'counts', query, groupBy],
    queryFn: ({ signal }) => casekeep.countCases({ query, groupBy }, { signal }),
    placeholderData: keepPreviousData,
  });
