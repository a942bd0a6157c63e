import { queryOptions } from '@tanstack/react-query';
import { casekeep } from '../../server/casekeep.ts';

/** Somebody, by ID. */
export const personQuery = (userId: number) =>
  queryOptions({
    queryKey: ['users', userId],
    queryFn: ({ signal }) => casekeep.getUser({ userId }, { signal }),
  });
