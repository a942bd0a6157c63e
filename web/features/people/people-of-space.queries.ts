import { queryOptions } from '@tanstack/react-query';
import type { User } from '../../../src/client/index.ts';
import { casekeep } from '../../server/casekeep.ts';

/** How many people are offered at once. */
const OFFERED_PEOPLE = 30;

/** People who can see a space, by parts of their names. */
export const peopleOfSpaceQuery = (spaceId: number, search: string) =>
  queryOptions({
    queryKey: ['users', 'of-space', spaceId, search],
    queryFn: async ({ signal }): Promise<readonly User[]> => {
      const words = search === '' ? {} : { search };
      return (await casekeep.listUsers({ spaceId, limit: OFFERED_PEOPLE, ...words }, { signal })).items;
    },
  });
