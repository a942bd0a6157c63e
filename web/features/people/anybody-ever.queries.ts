import { queryOptions } from '@tanstack/react-query';
import { casekeep } from '../../server/casekeep.ts';

/** How many people are offered at once. */
const OFFERED_PEOPLE = 20;

/** People by parts of their names, also those who have no access any more; for administrators. */
export const anybodyEverQuery = (search: string) =>
  queryOptions({
    queryKey: ['users', 'anybody-ever', search],
    queryFn: async ({ signal }) => {
      const words = search === '' ? {} : { search };
      return (await casekeep.listUsers({ limit: OFFERED_PEOPLE, state: 'all', ...words }, { signal })).items;
    },
  });
