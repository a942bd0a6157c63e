import { infiniteQueryOptions } from '@tanstack/react-query';
import { casekeep } from '../../../server/casekeep.ts';

export const peopleStates = ['active', 'deactivated', 'all'] as const;
export type PeopleState = (typeof peopleStates)[number];

/** Everybody, by name, page by page. */
export const peopleQuery = (search: string, state: PeopleState) =>
  infiniteQueryOptions({
    queryKey: ['users', 'administered', search, state],
    queryFn: async ({ pageParam, signal }) => {
      const cursor = pageParam === undefined ? {} : { cursor: pageParam };
      return await casekeep.listUsers({ state, ...(search === '' ? {} : { search }), ...cursor }, { signal });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
