import { queryOptions } from '@tanstack/react-query';
import type { User } from '../../../src/client/index.ts';
import { casekeep } from '../../server/casekeep.ts';

/** How many people are offered at once. */
const OFFERED_PEOPLE = 30;

/** People who can see a space, or anybody when none is named, by parts of their names. */
export const peopleOfSpaceQuery = (spaceId: number | undefined, search: string) =>
  queryOptions({
    queryKey: ['users', 'of-space', spaceId ?? null, search],
    queryFn: async ({ signal }): Promise<readonly User[]> => {
      const words = search === '' ? {} : { search };
      const where = spaceId === undefined ? {} : { spaceId };
      return (await casekeep.listUsers({ ...where, limit: OFFERED_PEOPLE, ...words }, { signal })).items;
    },
  });
